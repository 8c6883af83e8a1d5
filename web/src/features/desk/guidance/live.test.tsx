import { liveClient } from '@app/live';
import { renderPage } from '@app/test/render';
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import DeskPage from '../DeskPage';
import { guidanceOf } from './api';

class Stream extends EventTarget {
  static only: Stream;
  onopen = null;
  onerror = null;

  constructor() {
    super();
    Stream.only = this;
  }

  close() {}
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('a talk that a colleague moved is read again also when nothing is shown beside it', () => {
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  const { queries } = renderPage(<DeskPage />, { at: '/desk' });
  liveClient(queries).start();
  const talk = [...guidanceOf('k1'), 'talk'];
  queries.setQueryData(talk, { phases: [] });
  act(() => { Stream.only.dispatchEvent(new MessageEvent('talk.moved', { data: JSON.stringify({ contact: 'k1' }), lastEventId: '1' })); });
  expect(queries.getQueryState(talk)?.isInvalidated).toBe(true);
  liveClient(queries).stop();
});
