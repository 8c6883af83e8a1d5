// @vitest-environment node
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted, joined, nameOf, needed } from '../../../notices.mjs';

const root = resolve(import.meta.dirname, '../../../..');
const read = (path: string) => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const web = read('notices/web.json') as { parts: { name: string; version: string; licences: string[] }[]; texts: string[] };

describe('third-party notices', () => {
  it('name every library of the front end: ./hartslag notices brings them up to date', () => {
    const wanted = [...new Set(needed().map(([folder, version]: [string, string]) => `${nameOf(folder)} ${version}`))].sort();
    expect(web.parts.map((part) => `${part.name} ${part.version}`).sort()).toEqual(wanted);
  });

  it('hold only licences that we accept', () => {
    expect(web.parts.filter((part) => !part.licences.some((one) => accepted.includes(one)))).toEqual([]);
  });

  it('stand as one text beside the licence', () => {
    expect(readFileSync(resolve(root, 'THIRD-PARTY-NOTICES'), 'utf8')).toBe(joined(read('notices/server.json'), web));
  });
});
