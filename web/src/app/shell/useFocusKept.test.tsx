import { act, render, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { useFocusKept } from './useFocusKept';

function Page() {
  const page = useRef<HTMLElement>(null);
  const [gone, setGone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [rows, setRows] = useState(['One', 'Two', 'Three']);
  const [asking, setAsking] = useState(false);
  useFocusKept(page);
  return (
    <>
      <main ref={page} tabIndex={-1}>
        <ul>
          {rows.map((row) => <li key={row}><button type="button" onClick={() => setRows(rows.filter((one) => one !== row))}>{row}</button></li>)}
        </ul>
        {!gone && <button type="button" onClick={() => setGone(true)}>Take</button>}
        <button type="button" disabled={busy} onClick={() => setBusy(true)}>Send</button>
        <button type="button" disabled={busy} onClick={() => setAsking(true)}>Ask</button>
      </main>
      <button type="button" onClick={() => setBusy(false)}>Sent</button>
      {asking && <div role="dialog"><button type="button">First</button><button type="button" onClick={() => setAsking(false)}>Close</button><button type="button" onClick={() => { setAsking(false); setBusy(true); }}>Do</button></div>}
    </>
  );
}

it('the page gets the focus of what vanished', async () => {
  render(<Page />);
  const take = screen.getByText('Take');
  take.focus();
  act(() => take.click());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

it('a button that was out of use for a moment gets its focus back', async () => {
  render(<Page />);
  const send = screen.getByText('Send');
  send.focus();
  act(() => send.click());
  // a browser takes the focus from a button that is out of use
  act(() => send.blur());
  await act(async () => {});
  act(() => screen.getByText('Sent').click());
  await waitFor(() => expect(document.activeElement).toBe(send));
});

it('what opened a dialog has the focus again when the dialog is gone', async () => {
  render(<Page />);
  const ask = screen.getByText('Ask');
  ask.focus();
  act(() => ask.click());
  act(() => screen.getByText('First').focus());
  act(() => screen.getByText('Close').focus());
  act(() => screen.getByText('Close').click());
  await waitFor(() => expect(document.activeElement).toBe(ask));
});

it('the row that came in the place of another has its focus', async () => {
  render(<Page />);
  for (const [gone, next] of [['Two', 'Three'], ['Three', 'One']]) {
    act(() => screen.getByText(gone!).focus());
    act(() => screen.getByText(gone!).click());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText(next!)));
  }
});

it('what opened a dialog and is busy because of it has the focus again when it is done', async () => {
  render(<Page />);
  const ask = screen.getByText('Ask');
  ask.focus();
  act(() => ask.click());
  act(() => screen.getByText('Do').focus());
  act(() => screen.getByText('Do').click());
  await act(async () => {});
  act(() => screen.getByText('Sent').click());
  await waitFor(() => expect(document.activeElement).toBe(ask));
});
