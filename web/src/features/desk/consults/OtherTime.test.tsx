import { renderPage } from '@app/test/render';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { OtherTime, timeAsked, type Time } from './OtherTime';

/** A field knows no seconds; the usual time does. */
const usual = new Date(2026, 10, 23, 14, 0, 42).toISOString();

let asked: Time = { other: false, at: '', why: '' };
function Asking() {
  const [time, setTime] = useState(asked);
  asked = time;
  return <OtherTime usual={usual} value={time} onChange={setTime} errors={{}} />;
}
afterEach(() => { cleanup(); asked = { other: false, at: '', why: '' }; });

const chooses = (at: string) => fireEvent.change(screen.getByLabelText(/^Before/), { target: { value: at } });

it('calls the usual time so, also when it was chosen as another, and sends none', () => {
  renderPage(<Asking />);
  fireEvent.click(screen.getByRole('radio', { name: 'Another time' }));
  expect(screen.getByText('That is the usual time.')).toBeTruthy();
  expect(screen.queryByLabelText(/Why/)).toBeNull();
  expect(timeAsked(asked, usual)).toEqual({});
});

it('tells a later time from a sooner one', () => {
  renderPage(<Asking />);
  fireEvent.click(screen.getByRole('radio', { name: 'Another time' }));
  chooses('2026-11-23T14:01');
  expect(screen.getByText('Later than usual. It counts at once.')).toBeTruthy();
  expect(timeAsked(asked, usual)).toEqual({ dueAt: new Date(2026, 10, 23, 14, 1).toISOString(), why: undefined });
  chooses('2026-11-23T13:59');
  expect(screen.getByText(/^Sooner than usual/)).toBeTruthy();
});
