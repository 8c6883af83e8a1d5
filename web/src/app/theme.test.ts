import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app/theme.css', 'utf8');
const block = (selector: string) => css.slice(css.indexOf(`${selector} {`), css.indexOf('}', css.indexOf(`${selector} {`)));
const light = block(':root');
const dark = block("[data-mantine-color-scheme='dark']");

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(scheme: string, words: string, on: string) {
  const [a, b] = [words, on].map((name) => luminance(new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(scheme)![1]!)).sort((x, y) => y - x);
  return (a! + 0.05) / (b! + 0.05);
}

describe('words on a colour', () => {
  it.each([['soon', 'soon-soft'], ['late', 'late-soft'], ['good', 'good-soft'], ['ink-soft', 'surface-sunk'], ['ink', 'note']])('%s on %s can be read, light and dark', (words, on) => {
    expect(contrast(light, words, on)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, words, on)).toBeGreaterThanOrEqual(4.5);
  });

  it('are those of a yellow note too', () => {
    expect(css).toMatch(/--mantine-color-yellow-light: var\(--soon-soft\) !important; --mantine-color-yellow-light-color: var\(--soon\) !important/);
  });
});
