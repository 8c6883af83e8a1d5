import type { Palette } from '../frame/colour';
import type { Texts } from '../frame/texts';
import styles from './launcher.css?inline';
import type { HostSettings } from './messages';

const ICONS = {
  chat: 'M12 3c5 0 9 3.4 9 7.8s-4 7.8-9 7.8c-.9 0-1.8-.1-2.6-.3L5 21l.6-4C4 15.6 3 13.3 3 10.8 3 6.4 7 3 12 3Z',
  close: 'M6 9l6 6 6-6',
};

const SVG = 'http://www.w3.org/2000/svg';

function icon(path: string, name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/**
 * The round button and the place of the frame, in a shadow root of their own: the page's styles do not reach in and ours not
 * out. Styles are set through the object model, which a strict content policy allows.
 */
export class Launcher {
  readonly host = document.createElement('div');
  readonly button = document.createElement('button');
  frame: HTMLIFrameElement | undefined;
  private readonly panel = document.createElement('div');
  private readonly badge = document.createElement('span');
  private readonly spoken = document.createElement('span');
  private madeInert: Element[] = [];
  private overflow = '';
  private loading: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly texts: Texts, private readonly settings: HostSettings, colours: Palette) {
    const root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.host.lang = texts.language;
    this.host.style.setProperty('--hartslag-accent', colours.accent);
    this.host.style.setProperty('--hartslag-on-accent', colours.onAccent);
    this.button.type = 'button';
    this.button.className = `launcher ${settings.position}`;
    this.button.setAttribute('aria-haspopup', 'dialog');
    this.badge.className = 'badge';
    this.badge.setAttribute('aria-hidden', 'true');
    this.button.append(icon(ICONS.chat, 'chat'), icon(ICONS.close, 'close'), this.badge);
    this.panel.className = `panel ${settings.position}`;
    this.panel.hidden = true;
    this.spoken.className = 'spoken';
    this.spoken.setAttribute('role', 'status');
    root.append(this.panel, this.button, this.spoken);
    this.show(false, 0);
  }

  addFrame(source: string): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.title = this.texts.t('chatWith', { brand: this.settings.brand });
    frame.src = source;
    frame.allow = 'clipboard-write';
    this.panel.append(frame);
    this.frame = frame;
    this.panel.classList.add('loading');
    this.panel.dataset.text = this.texts.t('loading');
    // A page that may not frame us, or a server that is away, never says that it is ready.
    this.loading = setTimeout(() => {
      this.panel.dataset.text = this.texts.t('unreachable');
      this.spoken.textContent = this.texts.t('unreachable');
    }, 10_000);
    return frame;
  }

  /** The chat can be used; {@link show} follows. */
  loaded(): void {
    clearTimeout(this.loading);
    this.spoken.textContent = '';
    this.panel.classList.remove('loading');
    if (!this.panel.hidden) this.frame?.focus();
  }

  show(open: boolean, unread: number, full = false): void {
    const badge = !open && unread > 0;
    this.panel.hidden = !open;
    this.panel.classList.toggle('full', full);
    this.button.classList.toggle('open', open);
    // While nothing was loaded the chat has no button of its own to close it.
    this.button.classList.toggle('hidden', open && full && !this.panel.classList.contains('loading'));
    this.button.setAttribute('aria-expanded', String(open));
    this.badge.textContent = badge ? String(Math.min(unread, 99)) : '';
    this.badge.classList.toggle('shown', badge);
    const count = badge ? this.texts.t('unread', { n: unread }) : '';
    this.button.setAttribute('aria-label', [this.texts.t(open ? 'minimise' : 'launch'), count].filter(Boolean).join('. '));
    if (badge) this.spoken.textContent = count;
    if (open) this.frame?.focus();
    this.cover(open && full);
  }

  /** On a phone nothing behind the chat may scroll or take the focus. */
  private cover(covered: boolean): void {
    const page = document.documentElement.style;
    if (covered && this.madeInert.length === 0) {
      this.overflow = page.overflow;
      page.overflow = 'hidden';
      this.madeInert = [...document.body.children].filter((one) => one !== this.host && !one.hasAttribute('inert'));
      for (const one of this.madeInert) one.setAttribute('inert', '');
    } else if (!covered && this.madeInert.length > 0) {
      page.overflow = this.overflow;
      for (const one of this.madeInert) one.removeAttribute('inert');
      this.madeInert = [];
    }
  }
}
