import { describe, expect, it } from 'vitest';
import { blanksIn, filled, firstNameOf } from './fill';

const nameOf = (placeholder: string) => `the ${placeholder}`;

describe('a text block', () => {
  it('says what is known, and leaves a blank for what is not and for what it asks', () => {
    expect(filled('Dear {firstName}, {?amount} for {order}.', { firstName: 'Bo' }, nameOf)).toBe('Dear Bo, ⟦amount⟧ for ⟦the order⟧.');
  });

  it('takes nothing that a customer is called for a placeholder or a blank', () => {
    expect(filled('{name} {brand}', { name: '{brand} ⟦x⟧', brand: 'Shop' }, nameOf)).toBe('{brand}  x Shop');
  });

  it('leaves alone what is no placeholder', () => {
    expect(filled('a {b} {c d}', {}, nameOf)).toBe('a {b} {c d}');
  });

  it('tells where its blanks are', () => {
    expect(blanksIn('€ ⟦amount⟧ on ⟦ day ⟧ and ⟦not\nthis⟧')).toEqual([{ start: 2, end: 10, label: 'amount' }, { start: 14, end: 21, label: 'day' }]);
  });
});

it.each([
  ['Jan de Boer', 'Jan'], ['  Zoë  Smit', 'Zoë'], ['J. de Boer', undefined], ['dhr. de Boer', undefined], ['Mevrouw de Vries', undefined], ['De Vries, Jan', undefined], ['Boer, Jan', undefined], ['Fam Smit', undefined], ['Dr Smith', undefined], ['jan@home.example', undefined], ['', undefined], [undefined, undefined], ['李 伟', undefined], ['+31 6', undefined],
])('%s is greeted as %s', (name, first) => expect(firstNameOf(name)).toBe(first));
