import { renderPage } from '@app/test/render';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../composer/Composer';
import type { OpenConversation } from '../types';

const open = {
  conversation: { lastSeq: 3, recipients: [], brand: 'b1', language: 'en', caseNumber: 12, subject: 'Late' }, messages: [], drafts: [], planned: [],
  beside: { customer: { name: 'Bo Smit' }, orders: [] },
} as unknown as OpenConversation;
const block = (shortcut: string, name: string, words: string, own = false) => ({ id: shortcut, language: 'en', shortcut, name, words, own });
let blocks: unknown[] = [];
let sent: string[] = [];

beforeEach(() => {
  sent = [];
  blocks = [block('back', 'Money back', 'Dear {firstName}, you get {?amount} on {?day}.'), block('bye', 'Goodbye', 'Bye, {agent}')];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/fitting')) return Response.json(blocks);
    if (pathname.endsWith('/planned-replies')) {
      sent.push((await request.json() as { reply: { text: string } }).reply.text);
      return Response.json({ seq: 4 });
    }
    if (pathname.endsWith('/notes')) {
      sent.push((await request.json() as { text: string }).text);
      return Response.json({ seq: 4 });
    }
    return new Response(null, { status: 204 });
  });
});

afterEach(async () => {
  cleanup();
  await new Promise((kept) => setTimeout(kept));
  vi.unstubAllGlobals();
});

const show = () => renderPage(<Composer id="c1" open={open} onTyping={() => {}} />);
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const write = (text: string) => {
  area().focus();
  fireEvent.change(area(), { target: { value: text } });
};
const press = (key: string, more = {}) => fireEvent.keyDown(area(), { key, ...more });
const send = () => press('Enter', { ctrlKey: true });
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

describe('text blocks while writing', () => {
  it('stay where they are under the mouse, also when the list was moved with the keyboard', async () => {
    blocks = Array.from({ length: 12 }, (_, index) => block(`b${index}`, `Block ${index}`, 'Words'));
    show();
    write('/');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(8));
    for (let times = 0; times < 9; times++) press('ArrowDown');
    const shown = () => screen.getAllByRole('option').map((one) => one.getAttribute('aria-posinset'));
    const before = shown();
    expect(before[0]).not.toBe('1');
    fireEvent.mouseMove(screen.getAllByRole('option')[0]!);
    expect(shown()).toEqual(before);
    expect(screen.getByRole('option', { selected: true })).toBe(screen.getAllByRole('option')[0]);
  });

  it('are offered after a slash and put in with the keyboard, filled in, on the first blank', async () => {
    show();
    write('Hi\n/');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(chosen()).toContain('Money back');
    expect(area().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    press('ArrowDown');
    expect(chosen()).toContain('Goodbye');
    press('ArrowDown');
    press('Enter');
    expect(area().value).toBe('Hi\nDear Bo, you get ⟦amount⟧ on ⟦day⟧.');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(area().value.slice(area().selectionStart, area().selectionEnd)).toBe('⟦amount⟧');
    press('Tab');
    expect(area().value.slice(area().selectionStart, area().selectionEnd)).toBe('⟦day⟧');
    expect(press('Tab'), 'after the last one Tab leaves the field').toBe(true);
  });

  it('are closed by Escape, which keeps what was typed and the field; a new slash asks again', async () => {
    show();
    write('/ba');
    await screen.findByRole('listbox');
    press('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(area().value).toBe('/ba');
    expect(document.activeElement).toBe(area());
    write('/bac');
    expect(screen.queryByRole('listbox')).toBeNull();
    write('');
    write('/b');
    expect(await screen.findByRole('listbox')).toBeTruthy();
  });

  it('never leave as a shortcut: Ctrl+Enter puts the block in', async () => {
    show();
    write('/bye');
    await screen.findByRole('listbox');
    send();
    expect(area().value).toBe('Bye, Ilse de Wit');
    expect(sent).toEqual([]);
    send();
    await waitFor(() => expect(sent).toEqual(['Bye, Ilse de Wit']));
  });

  it('that are not found are closed by Ctrl+Enter first', async () => {
    show();
    write('/zzz');
    await screen.findByText('No text block with these words.');
    send();
    expect(screen.queryByText('No text block with these words.')).toBeNull();
    await act(async () => {});
    expect(sent).toEqual([]);
  });

  it('are offered by a button as well, for who uses a mouse', async () => {
    show();
    write('Hello ');
    fireEvent.click(screen.getByRole('button', { name: 'Text block' }));
    fireEvent.click(await screen.findByText('Goodbye'));
    expect(area().value).toBe('Hello Bye, Ilse de Wit');
  });

  it('with many are shown some at a time', async () => {
    blocks = Array.from({ length: 20 }, (_one, n) => block(`x${n}`, `Block ${n}`, 'x'));
    show();
    write('/');
    expect(await screen.findByText('8 of 20: ↓ for more, or type on')).toBeTruthy();
    press('ArrowUp');
    expect(chosen()).toContain('Block 19');
    expect(screen.getAllByRole('option')).toHaveLength(8);
  });
});

describe('an answer with a blank', () => {
  it('does not leave before it is filled in', async () => {
    show();
    write('You get ⟦amount⟧.');
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('amount');
    expect(sent).toEqual([]);
    expect(area().value.slice(area().selectionStart, area().selectionEnd)).toBe('⟦amount⟧');
    write('You get € 10.');
    send();
    await waitFor(() => expect(sent).toEqual(['You get € 10.']));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('may be a note', async () => {
    show();
    fireEvent.click(screen.getByLabelText('Note'));
    write('Look up ⟦amount⟧.');
    send();
    await waitFor(() => expect(sent).toEqual(['Look up ⟦amount⟧.']));
  });
});
