import { expect, it } from 'vitest';
import { shows, withAbove } from './showing';

const reasons = [{ id: 'fault' }, { id: 'broken', parent: 'fault' }, { id: 'question' }];
const rule = (by: 'ALL' | 'REASONS' | 'RESULTS' | 'TYPES', values: string[] = []) => ({ shown: { by, reasons: values, results: values, types: values } });
const nothing = { reasons: [], results: [] };

it('shows a field for its reasons and those below them', () => {
  expect(shows(rule('REASONS', ['fault']), { ...nothing, reasons: withAbove(reasons, 'broken') })).toBe(true);
  expect(shows(rule('REASONS', ['broken']), { ...nothing, reasons: withAbove(reasons, 'fault') })).toBe(false);
  expect(shows(rule('REASONS', ['fault']), { ...nothing, reasons: withAbove(reasons, 'question') })).toBe(false);
  expect(shows(rule('REASONS', ['fault']), nothing)).toBe(false);
});

it('shows a field for its results, its types, or always', () => {
  expect(shows(rule('RESULTS', ['SPAM']), { ...nothing, results: ['SPAM'] })).toBe(true);
  expect(shows(rule('RESULTS', ['SPAM']), { ...nothing, results: ['SOLVED'] })).toBe(false);
  expect(shows(rule('TYPES', ['PRIVATE']), { ...nothing, type: 'PRIVATE' })).toBe(true);
  expect(shows(rule('TYPES', ['PRIVATE']), nothing)).toBe(false);
  expect(shows(rule('ALL'), nothing)).toBe(true);
});
