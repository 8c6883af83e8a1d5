type Child = Node | string | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

/** `on…` are listeners, true is an empty attribute, false and undefined are none. Text is always text. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2).toLowerCase(), value as EventListener);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

const PATHS = {
  down: 'M6 9l6 6 6-6',
  back: 'M15 6l-6 6 6 6',
  send: 'M4 12l16-8-5 16-3.5-6.5z',
  clip: 'M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.7 17.2a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7',
  cross: 'M6 6l12 12M18 6L6 18',
  leave: 'M14 4H6v16h8M11 12h10M17 8l4 4-4 4',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 8v5M12 16.5v.1M12 3l9.5 17h-19z',
  right: 'M9 6l6 6-6 6',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** A labelled field with its hint and error, tied together for screen readers. */
export function field(input: HTMLInputElement | HTMLTextAreaElement, label: string, extra?: { hint?: string; optional?: string }): {
  node: HTMLElement; error(text: string | undefined): void;
} {
  const id = input.id;
  const error = el('p', { id: `${id}-error`, class: 'field-error', hidden: true });
  const hint = extra?.hint ? el('p', { id: `${id}-hint`, class: 'hint' }, extra.hint) : undefined;
  if (hint) input.setAttribute('aria-describedby', hint.id);
  return {
    node: el('div', { class: 'field' },
      el('label', { for: id }, label, extra?.optional ? el('span', { class: 'optional' }, ` (${extra.optional})`) : undefined), input, hint, error),
    error(text) {
      error.hidden = !text;
      error.textContent = text ?? '';
      input.toggleAttribute('aria-invalid', Boolean(text));
      if (text) input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', [text && error.id, hint?.id].filter(Boolean).join(' '));
    },
  };
}
