import { MantineProvider, Select } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { theme } from '../theme';

const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());

function Form() {
  const [to, setTo] = useState<string | null>(null);
  return (
    <MantineProvider theme={theme}>
      <form onSubmit={submit}><Select label="To" searchable data={['Mail', 'Chat']} value={to} onChange={setTo} /></form>
    </MantineProvider>
  );
}

it('takes the marked option with Enter, also when it was marked while the list opened', async () => {
  render(<Form />);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'To' });
  fireEvent.focus(field);
  fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' });
  const marked = document.querySelector('[data-combobox-selected]')!.textContent;
  // what the list does of itself once it is open
  await new Promise((done) => { setTimeout(done); });
  expect(document.querySelector('[data-combobox-selected]')).not.toBeNull();
  const goesOn = fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  expect(goesOn).toBe(false);
  await waitFor(() => expect(field.value).toBe(marked));
  expect(field.getAttribute('aria-expanded')).toBe('false');
});
