/** WCAG 2.2 contrast, so that any brand colour stays readable. */
type Rgb = [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const write = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const mix = (from: string, to: string, part: number): string => {
  const [a, b] = [parse(from), parse(to)];
  return write(a.map((value, at) => value + (b[at]! - value) * part) as Rgb);
};

export interface Palette { accent: string; onAccent: string; accentText: string; accentSoft: string }

const PAPER = '#ffffff';
/** Pure black: then either white or black reaches 4.5 on every colour. */
const INK = '#000000';

/** From one brand colour: a fill, what is readable on it, the same hue readable on paper, and a soft tint. */
export function palette(accent: string): Palette {
  const good = /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : '#9c2f58';
  let accentText = good;
  while (contrast(accentText, '#f6f2ee') < 4.6) accentText = mix(accentText, '#000000', 0.08);
  return {
    accent: good,
    onAccent: contrast(good, PAPER) >= 4.5 ? PAPER : INK,
    accentText,
    accentSoft: mix(PAPER, good, 0.1),
  };
}
