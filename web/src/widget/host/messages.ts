import type { Identity } from '../frame/protocol';

/** What the server writes into widget.js for the widget it was asked for. */
export interface HostSettings {
  key: string;
  brand: string;
  accent: string;
  position: 'left' | 'right';
  /** Spoken when the page does not say its language. */
  language: 'nl' | 'en';
}

/** Between the page and the frame, over a channel of their own. */
export type ToFrame = { type: 'hello'; identity?: Identity; full: boolean } | { type: 'opened'; full: boolean } | { type: 'closed' };

export type FromFrame =
  | { type: 'ready' }
  | { type: 'close' }
  | { type: 'unread'; count: number }
  | { type: 'running'; running: boolean };
