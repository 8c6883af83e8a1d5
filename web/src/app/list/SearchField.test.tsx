import { renderPage } from '@app/test/render';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { SearchField } from './SearchField';

it('asks once the typing pauses, and at once with Enter', async () => {
  const ask = vi.fn();
  renderPage(<SearchField value="" onChange={ask} label="Search" />);
  const field = screen.getByRole('searchbox', { name: 'Search' });
  await userEvent.type(field, 'vase');
  expect(ask).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(ask.mock.calls).toEqual([['vase']]);
  await userEvent.type(field, 's');
  await vi.waitFor(() => expect(ask).toHaveBeenLastCalledWith('vases'));
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks before whoever clicks what was found goes there, and not afterwards', async () => {
  const happened: string[] = [];
  renderPage(<><SearchField value="" onChange={() => happened.push('search')} label="Search" /><button type="button" onClick={() => happened.push('there')}>Vase</button></>);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'vase');
  await userEvent.click(screen.getByRole('button', { name: 'Vase' }));
  expect(happened).toEqual(['search', 'there']);
});
