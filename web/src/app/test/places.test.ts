import { expect, test } from 'vitest';
import { isAt, places } from '../features';

test('a page of the settings is in no place of work, though its address begins with that of one', () => {
  const customers = places.find(({ path }) => path === '/customers')!;
  expect(['/customers', '/customers/7', '/customers/import', '/customersx'].map((path) => isAt(customers, path))).toEqual([true, true, false, false]);
});
