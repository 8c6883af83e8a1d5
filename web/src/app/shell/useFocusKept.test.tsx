import { act, render, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { useFocusKept } from './useFocusKept';

function Page() {
  const page = useRef<HTMLElement>(null);
  const [gone, setGone] = useState(false);
  const [busy, setBusy] = useState(false);
  useFocusKept(page);
  return (
    <>
      <main ref={page} tabIndex={-1}>
        {!gone && <button type="button" onClick={() => setGone(true)}>Take</button>}
        <button type="button" disabled={busy} onClick={() => setBusy(true)}>Send</button>
      </main>
      <button type="button" onClick={() => setBusy(false)}>Sent</button>
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
