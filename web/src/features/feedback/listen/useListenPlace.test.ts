import { expect, it } from 'vitest';
import { lastDays } from './useListenPlace';

it('goes up to the latest day that has begun, for the reader or for one of his brands', () => {
  const midnightInAmsterdam = new Date('2026-11-30T23:30:00Z');
  expect(lastDays(28, ['America/Paramaribo', 'Europe/Amsterdam'], midnightInAmsterdam)).toEqual({ from: '2026-11-04', to: '2026-12-01' });
  expect(lastDays(28, ['Europe/Amsterdam', undefined], new Date('2026-11-30T12:00:00Z'))).toEqual({ from: '2026-11-03', to: '2026-11-30' });
  expect(lastDays(1, ['Europe/Amsterdam'], new Date('2026-10-25T12:00:00Z'))).toEqual({ from: '2026-10-25', to: '2026-10-25' });
});
