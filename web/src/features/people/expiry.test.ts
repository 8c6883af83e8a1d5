import { describe, expect, it } from 'vitest';
import { expiry, firstToEnd } from './expiry';

const now = new Date(2026, 11, 1, 9);

describe('the end of a skill', () => {
  it('counts on its last day', () => {
    expect(expiry('2026-12-01', now)).toBe('soon');
    expect(expiry('2026-11-30', now)).toBe('over');
  });

  it('is seen a month ahead', () => {
    expect(expiry('2026-12-31', now)).toBe('soon');
    expect(expiry('2027-01-01', now)).toBeUndefined();
    expect(expiry(undefined, now)).toBeUndefined();
  });

  it('shows the one that ends first', () => {
    expect(firstToEnd({ car: '2027-06-01', french: '2026-12-20', home: '2026-12-10' }, now)).toEqual(['home', '2026-12-10']);
    expect(firstToEnd({ car: '2027-06-01' }, now)).toBeUndefined();
  });
});
