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
