/** What a web shop embeds: a button, and our page in a frame once it is needed. Leaves no global behind. */
import { palette } from '../frame/colour';
import { Texts } from '../frame/texts';
import { Launcher } from './launcher';
import type { FromFrame, HostSettings, ToFrame } from './messages';

/** The server writes the settings of the asked widget in the place of this word. */
declare const __HARTSLAG_WIDGET__: HostSettings;

const settings = __HARTSLAG_WIDGET__;
const script = document.currentScript as HTMLScriptElement | null;

/** A phone: the chat takes the whole screen. */
const small = matchMedia('(max-width: 520px), (max-height: 420px)');

function identityOf(data: DOMStringMap) {
  const { userId, email, name, signature } = data;
  return signature ? { userId, email, name, signature } : undefined;
}

function start(tag: HTMLScriptElement): void {
  const origin = new URL(tag.src).origin;
  const spoken = (tag.dataset.language ?? document.documentElement.lang).slice(0, 2).toLowerCase();
  const language = spoken === 'nl' || spoken === 'en' ? spoken : settings.language;
  const texts = new Texts(language);
  const mark = `hartslag-chat:${settings.key}`;
  const launcher = new Launcher(texts, settings, palette(settings.accent));
  let port: MessagePort | undefined;
  let ready = false;
  let open = false;
  let unread = 0;

  const tell = (message: ToFrame): void => port?.postMessage(message);

  function running(is?: boolean): boolean {
    try {
      if (is === true) localStorage.setItem(mark, '1');
      if (is === false) localStorage.removeItem(mark);
      return localStorage.getItem(mark) === '1';
    } catch {
      return false;
    }
  }

  function load(): void {
    if (launcher.frame) return;
    const source = `${origin}/widget/frame.html?key=${encodeURIComponent(settings.key)}&language=${language}`;
    const frame = launcher.addFrame(source);
    frame.addEventListener('load', () => {
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = (event: MessageEvent<FromFrame>) => heard(event.data);
      const hello: ToFrame = { type: 'hello', identity: identityOf(tag.dataset), full: small.matches };
      frame.contentWindow?.postMessage(hello, origin, [channel.port2]);
    });
  }

  function heard(message: FromFrame): void {
    switch (message.type) {
      case 'ready':
        ready = true;
        launcher.loaded();
        launcher.show(open, unread, small.matches);
        if (open) tell({ type: 'opened', full: small.matches });
        break;
      case 'close':
        toggle(false);
        break;
      case 'unread':
        unread = message.count;
        launcher.show(open, unread, small.matches);
        break;
      case 'running':
        running(message.running);
        break;
    }
  }

  function toggle(to: boolean): void {
    open = to;
    load();
    launcher.show(open, unread, small.matches);
    if (ready) tell(open ? { type: 'opened', full: small.matches } : { type: 'closed' });
    if (!open) launcher.button.focus();
  }

  launcher.button.addEventListener('click', () => toggle(!open));
  launcher.host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) toggle(false);
  });
  small.addEventListener('change', () => {
    if (open) launcher.show(true, unread, small.matches);
  });
  // A shop opens the chat from its own button or link: <a href="#hartslag-chat">.
  addEventListener('hashchange', () => {
    if (location.hash === '#hartslag-chat' && !open) toggle(true);
  });
  document.body.append(launcher.host);
  // A chat that runs goes on here, unseen, so that an answer shows at the button.
  if (running()) load();
  if (location.hash === '#hartslag-chat') toggle(true);
}

if (script) {
  if (document.body) start(script);
  else addEventListener('DOMContentLoaded', () => start(script), { once: true });
}
