import { describe, expect, it } from 'vitest';
import { facts } from './facts';

describe('the facts of an entry of the audit log', () => {
  it('are what differs between the old and the new value', () => {
    expect(facts({ old: { name: 'Mail', priority: 50 }, new: { name: 'Mail', priority: 80 } }))
      .toEqual([{ name: 'priority', before: 50, now: 80 }]);
  });

  it('are all values of what was made', () => {
    expect(facts({ new: { name: 'Mail', skills: {} } })).toEqual([{ name: 'name', now: 'Mail' }, { name: 'skills', now: {} }]);
  });

  it('keep what was before and what is gone', () => {
    expect(facts({ old: { name: 'Mail' } })).toEqual([{ name: 'name', now: undefined, before: 'Mail' }]);
  });

  it('are what was added to a list and removed from it', () => {
    expect(facts({ old: ['view', 'handle'], new: ['handle', 'assign'] }))
      .toEqual([{ name: 'value', added: ['assign'], removed: ['view'] }]);
    expect(facts({ old: { roles: [{ role: 'agent' }] }, new: { roles: [{ role: 'agent' }, { role: 'senior' }] } }))
      .toEqual([{ name: 'roles', added: [{ role: 'senior' }], removed: [] }]);
  });

  it('are one value when it has no parts', () => {
    expect(facts({ old: 'Bike', new: 'Bikes', by: 'Anna' }))
      .toEqual([{ name: 'value', now: 'Bikes', before: 'Bike' }, { name: 'by', now: 'Anna' }]);
  });
});
