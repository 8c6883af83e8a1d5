// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, featureOf, flat, foreignImports, missingTexts, newsOfItsOwn, parsed, tooLong, writtenWords, type Place, type Texts } from './conventions';

const root = resolve(import.meta.dirname, '../..');
const place: Place = { root, features: join(root, 'features') };
const source = (path: string) => readFileSync(path, 'utf8');
const read = (path: string): Texts => JSON.parse(source(path));

const staffFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => join(root, path))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && (path.startsWith(join(root, 'app')) || path.startsWith(place.features)));
const components = staffFiles.filter((path) => path.endsWith('.tsx') && !path.includes('.test.') && !path.includes('/test/'));

const localeFolders = new Map<string, string>([['app', join(root, 'app/locales')]]);
for (const feature of readdirSync(place.features)) localeFolders.set(feature, join(place.features, feature, 'locales'));
const known = new Map([...localeFolders].map(([name, folder]) => [name, new Map(flat(read(join(folder, 'en.json'))))]));

const parse = (path: string) => parsed(path, source(path));

describe('conventions of the front end', () => {
  it('keeps features apart: they meet in app', () => expect(staffFiles.flatMap((path) => foreignImports(parse(path), place))).toEqual([]));

  it.each([...localeFolders])('has the same texts in both languages: %s', (_name, folder) =>
    expect(differences(read(join(folder, 'en.json')), read(join(folder, 'nl.json')))).toEqual([]));

  it('shows what comes up beside the page in one way', () =>
    expect(staffFiles.filter((path) => featureOf(path, place)).flatMap((path) => newsOfItsOwn(parse(path), place))).toEqual([]));

  it('writes no text in components, so that every word has two languages', () =>
    expect(components.flatMap((path) => writtenWords(parse(path), place))).toEqual([]));

  it('uses only texts that exist', () =>
    expect(staffFiles.filter((path) => !path.includes('.test.')).flatMap((path) => missingTexts(parse(path), place, known))).toEqual([]));

  it('keeps files short enough to read', () =>
    expect(staffFiles.filter((path) => tooLong(path, source(path))).map((path) => relative(root, path))).toEqual([]));
});

describe('what breaks a convention is found', () => {
  const planted = (text: string) => parsed(join(place.features, 'desk/list/Planted.tsx'), text);

  it('an import of another feature', () => {
    expect(foreignImports(planted("import { x } from '../../feedback/api';"), place)).toEqual(['features/desk/list/Planted.tsx:1 imports ../../feedback/api']);
    expect(foreignImports(planted("import { x } from '../api';\nimport { y } from '@app/http';"), place)).toEqual([]);
  });

  it('news of its own', () =>
    expect(newsOfItsOwn(planted("notifications.show({ message: 'x' }); toastNews({ message: 'y' });"), place)).toEqual(['features/desk/list/Planted.tsx:1']));

  it('a word in a component', () => {
    expect(writtenWords(planted('const a = <b>Hello</b>;'), place)).toHaveLength(1);
    expect(writtenWords(planted('const a = <input aria-label="Name" />;'), place)).toHaveLength(1);
    expect(writtenWords(planted('const a = <b>{t("name")} · 1</b>;'), place)).toEqual([]);
  });

  it('a text that does not exist', () => {
    const texts = new Map([['desk', new Map([['there', 'There'], ['many_other', '{{count}}']])]]);
    expect(missingTexts(planted("t('there'); t('many'); t('desk:there');"), place, texts)).toEqual([]);
    expect(missingTexts(planted("t('gone');\nt('app:gone');"), place, texts)).toHaveLength(2);
  });

  it('a language that lacks a text, a variable or words', () => {
    expect(differences({ a: { b: 'One' } }, { a: {} })).toEqual(['a.b']);
    expect(differences({ a: {} }, { a: { b: 'Een' } })).toEqual(['a.b']);
    expect(differences({ a: '{{n}} new' }, { a: 'nieuw' })).toEqual(['a']);
    expect(differences({ a: 'New' }, { a: ' ' })).toEqual(['a']);
    expect(differences({ a: '{{n}} new' }, { a: 'nieuw: {{n}}' })).toEqual([]);
  });

  it('a file nobody reads to its end', () => {
    expect(tooLong('a.tsx', '\n'.repeat(300))).toBe(true);
    expect(tooLong('a.ts', '\n'.repeat(300))).toBe(false);
  });
});
