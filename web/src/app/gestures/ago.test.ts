import { expect, test } from 'vitest';
import { ago } from './ago';

test('says how long ago in words that are enough', () => {
  const now = Date.parse('2026-12-01T12:00:00Z');
  const at = (days: number) => new Date(now - days * 86_400_000).toISOString();
  expect([0, 1, 5, 21, 90, 800].map((days) => ago(at(days), 'en', now))).toEqual(['today', 'yesterday', '5 days ago', '3 weeks ago', '3 months ago', '2 years ago']);
  expect(ago(at(21), 'nl', now)).toBe('3 weken geleden');
  expect(ago(at(-1), 'en', now)).toBe('today');
});
