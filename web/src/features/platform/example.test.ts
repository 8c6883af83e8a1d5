import { describe, expect, it } from 'vitest';
import { exampleOf, typeOf } from './example';

describe('examples made from a schema', () => {
  it('follows references and stops where a thing contains itself', () => {
    const schemas = { Node: { properties: { name: { type: 'string' }, child: { $ref: '#/components/schemas/Node' } } } };
    const made = JSON.stringify(exampleOf({ $ref: '#/components/schemas/Node' }, schemas));
    expect(made).toContain('"name":"text"');
    expect(made.length).toBeLessThan(500);
  });

  it('takes the example the server gives', () => {
    expect(exampleOf({ type: 'string', example: 'contacts/taken' }, {})).toBe('contacts/taken');
  });

  it('names what a value is', () => {
    expect(typeOf({ type: ['string', 'null'], format: 'date' })).toBe('string (date)');
    expect(typeOf({ items: { $ref: '#/components/schemas/Brand' } })).toBe('[Brand]');
  });
});
