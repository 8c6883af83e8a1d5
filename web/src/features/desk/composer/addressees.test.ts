import { describe, expect, it } from 'vitest';
import { both, put, readAddresses, usual } from './addressees';

describe('addresses as people write them', () => {
  it('are read with and without names, and each once', () => {
    expect(readAddresses('Jan Jansen <Jan@A.example>, "Vries, Els" <els@a.example>; bo@b.example\nbo@b.example')).toEqual({
      addresses: ['jan@a.example', 'els@a.example', 'bo@b.example'], rest: '',
    });
    expect(readAddresses('a@b.example c@d.example').addresses).toEqual(['a@b.example', 'c@d.example']);
    expect(readAddresses('\uD83D\uDECB\uFE0F <zoë@bücher.example>').addresses).toEqual(['zoë@bücher.example']);
  });

  it('leave what is none as it was typed', () => {
    expect(readAddresses('jan@klant, els@a.example, Bo')).toEqual({ addresses: ['els@a.example'], rest: 'jan@klant, Bo' });
    expect(readAddresses('Els <els@a')).toEqual({ addresses: [], rest: 'Els <els@a' });
    expect(readAddresses('a@b@c.example').addresses).toEqual([]);
    expect(readAddresses(`${'x'.repeat(320)}@a.example`).addresses).toEqual([]);
  });
});

describe('who gets an answer', () => {
  it('stands in one place: where it was put last', () => {
    expect(put(put(usual, 'cc', ['a@b.example']), 'bcc', ['a@b.example'])).toEqual({ ...usual, bcc: ['a@b.example'] });
  });

  it('is what was chosen here and in the answer that comes back', () => {
    expect(both({ ...usual, cc: ['a@b.example'] }, { ...usual, customerOnly: true, bcc: ['c@d.example'] }))
      .toEqual({ customerOnly: true, to: [], cc: ['a@b.example'], bcc: ['c@d.example'] });
  });
});
