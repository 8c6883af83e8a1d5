import type { FromFrame, ToFrame } from '../host/messages';
import { Api } from './api';
import { App } from './app';
import './frame.css';
import { Kept } from './storage';
import { Texts } from './texts';

const asked = new URLSearchParams(location.search);
const key = asked.get('key') ?? '';
const language = asked.get('language') === 'nl' ? 'nl' : 'en';
document.documentElement.lang = language;

const kept = new Kept(key);
const texts = new Texts(language);
let port: MessagePort | undefined;
const app = new App(new Api(location.origin, key, language, kept), kept, texts, (message: FromFrame) => port?.postMessage(message));

function heard(message: ToFrame): void {
  switch (message.type) {
    case 'hello':
      void app.start(message.identity).finally(() => port?.postMessage({ type: 'ready' } satisfies FromFrame));
      break;
    case 'opened':
      void app.open(message.full);
      break;
    case 'closed':
      app.close();
      break;
  }
}

if (window.parent === window) {
  // Opened as a page of its own, as from a link.
  void app.start(undefined).then(() => app.open(true));
} else {
  // Who may frame us is said by the server (frame-ancestors), so whoever greets first is the page around us.
  addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (port || event.source !== window.parent || event.data?.type !== 'hello' || !event.ports[0]) return;
    port = event.ports[0];
    port.onmessage = (next: MessageEvent<ToFrame>) => heard(next.data);
    heard(event.data);
  });
}
