import { expect, it } from 'vitest';
import { decimal } from './words';

it.each([
  ['nl', '1,250', '1.250'], ['en', '1.250', '1.250'], ['nl', '2.5', '2.5'], ['en', '2,5', '2.5'], ['nl', '0.125', '0.125'], ['nl', '1250.125', '1250.125'],
  ['nl', '1.234,56', '1234.56'], ['en', '1.234,56', '1234.56'], ['nl', '1,234.56', '1234.56'], ['en', '1,234,567.5', '1234567.5'], ['nl', '1.234.567', '1234567'],
  ['nl', '1 250,5', '1250.5'], ['nl', '-12', '-12'], ['nl', '1.2.3', '1.2.3'], ['en', 'much', 'much'],
])('in %s reads %s as %s', (language, typed, kept) => expect(decimal.read(typed, language)).toBe(kept));

it.each([
  ['nl', '1.250', '1250', '1,25'], ['en', '1,250', '1250', '1.25'], ['nl', '-12.500', '-12500', '-12,5'], ['en', '999,000', '999000', '999'],
])('in %s asks what is meant by %s', (language, typed, whole, part) => expect(decimal.read(typed, language)).toEqual({ whole, part }));
