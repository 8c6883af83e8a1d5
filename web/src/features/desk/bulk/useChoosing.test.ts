import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Row } from '../types';
import { useChoosing } from './useChoosing';

const rows = ['a', 'b', 'c', 'd'].map((conversation) => ({ conversation }) as Row);
const choosing = (list = 'mine') => renderHook(({ where }) => useChoosing(where, rows), { initialProps: { where: list } });
const chosen = (hook: ReturnType<typeof choosing>) => rows.map((row) => row.conversation).filter((one) => hook.result.current.chosen(one)).join('');

it('ticks one, all between two in either direction, and unticks them', () => {
  const hook = choosing();
  act(() => hook.result.current.toggle('d'));
  act(() => hook.result.current.toggle('b', true));
  expect(chosen(hook)).toBe('bcd');
  act(() => hook.result.current.toggle('c'));
  expect(chosen(hook)).toBe('bd');
  act(() => hook.result.current.loaded(true));
  expect(chosen(hook)).toBe('abcd');
  act(() => hook.result.current.loaded(false));
  expect(chosen(hook)).toBe('');
});

it('of a whole list remembers what is left out', () => {
  const hook = choosing();
  act(() => hook.result.current.everything());
  act(() => hook.result.current.toggle('b'));
  expect(chosen(hook)).toBe('acd');
  expect([...hook.result.current.marked]).toEqual(['b']);
});

it('begins anew in another list, and when one ends it', () => {
  const hook = choosing();
  act(() => hook.result.current.toggle('a'));
  hook.rerender({ where: 'all' });
  expect(hook.result.current.on).toBe(false);
  expect(chosen(hook)).toBe('');
  act(() => hook.result.current.toggle('b'));
  expect(chosen(hook)).toBe('b');
  act(() => hook.result.current.end());
  expect(hook.result.current.on).toBe(false);
});
