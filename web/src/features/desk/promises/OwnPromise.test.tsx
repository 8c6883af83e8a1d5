import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderPage } from '@app/test/render';
import { OwnPromise } from './OwnPromise';

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
});

function show(onPromise = vi.fn(), proposed = '2026-12-01T11:00:00.000Z') {
  function Page() {
    const [words, setWords] = useState<string>();
    return <OwnPromise busy={false} error={null} language="en" zone="Europe/Amsterdam" proposed={proposed} words={words} onWords={setWords} onPromise={onPromise} onBack={vi.fn()} />;
  }
  renderPage(<Page />);
  return onPromise;
}

it('asks for the words of a promise that there is no sentence for', async () => {
  const onPromise = show();
  await userEvent.click(screen.getByRole('combobox', { name: 'What' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Something else', hidden: true }));
  await userEvent.click(screen.getByRole('button', { name: 'Promise' }));
  expect(await screen.findByText('Fill this in')).toBeTruthy();
  expect(onPromise).not.toHaveBeenCalled();
  await userEvent.type(screen.getByRole('textbox', { name: /In your own words/ }), 'I keep one aside for you.');
  await userEvent.click(screen.getByRole('button', { name: 'Promise' }));
  await vi.waitFor(() => expect(onPromise.mock.calls).toMatchObject([[{ act: 'OTHER', words: 'I keep one aside for you.' }]]));
});

it('makes a sentence of what stands above when there is one', async () => {
  const onPromise = show();
  await userEvent.click(screen.getByRole('button', { name: 'Promise' }));
  await vi.waitFor(() => expect(onPromise.mock.calls[0]?.[0]).toMatchObject({ act: 'CALL_BACK', words: expect.stringMatching(/^I will call you back/) as string }));
});

it('asks for the moment where none can be proposed', async () => {
  const onPromise = show(vi.fn(), '');
  await userEvent.click(screen.getByRole('button', { name: 'Promise' }));
  expect(await screen.findByText('Fill this in')).toBeTruthy();
  expect(onPromise).not.toHaveBeenCalled();
});

it('says what the customer is told where the clock of his brand says something else', () => {
  vi.stubEnv('TZ', 'America/Paramaribo');
  show();
  expect(screen.getByText(/^For the customer .*12:00 in Amsterdam$/)).toBeTruthy();
});
