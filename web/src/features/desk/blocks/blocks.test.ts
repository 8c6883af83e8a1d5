import { describe, expect, it } from 'vitest';
import type { OpenConversation } from '../types';
import type { Block } from './api';
import { matching } from './matching';
import { askedBySlash, askedFrom } from './trigger';
import { valuesOf } from './values';

const block = (shortcut: string, name: string, extra: Partial<Block> = {}) => ({ id: shortcut + name, language: 'en', shortcut, name, words: '', own: false, ...extra }) as Block;
const names = (blocks: Block[]) => blocks.map((one) => one.name);

describe('a slash', () => {
  it.each([
    ['/', 0, ''], ['/ref', 0, 'ref'], ['Dear Bo,\n/ref', 9, 'ref'], ['Dear /ré', 5, 'ré'],
  ])('in %j asks for a text block', (text, start, query) => expect(askedBySlash(text, text.length)).toEqual({ start, end: text.length, query }));

  it.each(['and/or', 'https://x', '1/2', '/ref ', '//', `/${'x'.repeat(60)}`])('in %j is no question', (text) => expect(askedBySlash(text, text.length)).toBeUndefined());

  it('counts up to the caret only', () => expect(askedBySlash('/refund', 4)?.query).toBe('ref'));
});

it('asked for by the button, everything typed since is looked for', () => {
  expect(askedFrom('Hi how are', 3, 10)?.query).toBe('how are');
  expect(askedFrom('Hi how are', 3, 2)).toBeUndefined();
  expect(askedFrom('Hi a\nb', 3, 6)).toBeUndefined();
});

describe('what is found', () => {
  it('is nearest by shortcut, then name, then words', () => {
    const all = [block('a', 'Money', { words: 'Your refund is on its way' }), block('b', 'Refund'), block('refund', 'Back'), block('refunds', 'Long')];
    expect(names(matching(all, 'refund', 'en'))).toEqual(['Back', 'Long', 'Refund', 'Money']);
  });

  it('is in the language of the conversation first, and keeps the order of the server otherwise', () => {
    const all = [block('x', 'Own', { own: true }), block('x', 'Shared'), block('x', 'Dutch', { language: 'nl' })];
    expect(names(matching(all, 'x', 'nl'))).toEqual(['Dutch', 'Own', 'Shared']);
    expect(names(matching(all, '', 'nl'))).toEqual(['Own', 'Shared', 'Dutch']);
  });

  it('does not mind accents and capitals', () => expect(names(matching([block('réf', 'Één')], 'EEN', 'en'))).toEqual(['Één']));
});

describe('what is filled in', () => {
  const me = { name: 'Ilse', brands: [{ id: 'b', key: 'b', name: 'Shop' }] };
  const open = (orders: string[], subject: string, text = '') => ({
    conversation: { brand: 'b', caseNumber: 7, subject }, messages: [{ direction: 'in', text }],
    beside: { customer: { name: 'Jan de Boer' }, orders: orders.map((number) => ({ number })) },
  }) as unknown as OpenConversation;

  it('is what stands beside the conversation', () => {
    expect(valuesOf(open([], 'Late'), me)).toEqual({ name: 'Jan de Boer', firstName: 'Jan', agent: 'Ilse', brand: 'Shop', number: '7', order: undefined, subject: 'Late' });
  });

  it.each([
    [['A-1'], 'Late', '', 'A-1'], [['A-1', 'A-12'], 'Late', '', undefined], [['A-1', 'A-12'], 'Late', 'where is a-12?', 'A-12'], [['A-1', 'A-2'], 'A-1 and A-2', '', undefined],
  ])('is an order only when there can be no doubt: %j, %s %s', (orders, subject, text, order) => expect(valuesOf(open(orders, subject, text), me).order).toBe(order));
});
