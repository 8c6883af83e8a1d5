// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../..');
const featuresFolder = join(source, 'features');

const all = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => join(source, path))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
const staffFiles = all.filter((path) => path.startsWith(join(source, 'app')) || path.startsWith(featuresFolder));
const components = staffFiles.filter((path) => path.endsWith('.tsx') && !path.includes('.test.') && !path.includes('/test/'));
const featureOf = (path: string) => (path.startsWith(featuresFolder) ? relative(featuresFolder, path).split('/')[0]! : undefined);

type Texts = { [key: string]: string | Texts };
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'));
const flat = (texts: Texts, prefix = ''): [string, string][] => Object.entries(texts).flatMap(([key, value]) =>
  (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`)));

const localeFolders = new Map<string, string>([['app', join(source, 'app/locales')]]);
for (const feature of readdirSync(featuresFolder)) localeFolders.set(feature, join(featuresFolder, feature, 'locales'));
const english = new Map([...localeFolders].map(([name, folder]) => [name, new Map(flat(read(join(folder, 'en.json'))))]));

const parse = (path: string) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
const place = (node: ts.Node) => {
  const file = node.getSourceFile();
  return `${relative(source, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

describe('conventions of the front end', () => {
  it('keeps features apart: they meet in app', () => {
    const breaches: string[] = [];
    for (const path of staffFiles) {
      for (const node of parse(path).statements.filter(ts.isImportDeclaration)) {
        const target = (node.moduleSpecifier as ts.StringLiteral).text;
        const own = featureOf(path);
        const other = target.startsWith('.') ? featureOf(resolve(dirname(path), target)) : undefined;
        if (other && other !== own) breaches.push(`${place(node)} imports ${target}`);
      }
    }
    expect(breaches).toEqual([]);
  });

  it.each([...localeFolders])('has the same texts in both languages: %s', (_name, folder) => {
    const en = flat(read(join(folder, 'en.json')));
    const nl = flat(read(join(folder, 'nl.json')));
    expect(nl.map(([key]) => key).sort()).toEqual(en.map(([key]) => key).sort());
    const variables = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((hit) => hit[1]).sort();
    const dutch = new Map(nl);
    for (const [key, text] of en) expect(variables(dutch.get(key)!), key).toEqual(variables(text));
    expect([...en, ...nl].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('writes no text in components, so that every word has two languages', () => {
    const spoken = new Set(['label', 'title', 'placeholder', 'aria-label', 'alt', 'description', 'nothingFound', 'error']);
    const letters = /\p{L}{2,}/u;
    const found: string[] = [];
    for (const path of components) {
      walk(parse(path), (node) => {
        if (ts.isJsxText(node) && letters.test(node.text)) found.push(`${place(node)} "${node.text.trim()}"`);
        if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)
          && letters.test(node.initializer.text)) found.push(`${place(node)} ${node.getText()}`);
      });
    }
    expect(found).toEqual([]);
  });

  it('uses only texts that exist', () => {
    const missing: string[] = [];
    const has = (namespace: string, key: string) => {
      const texts = english.get(namespace);
      return texts?.has(key) || texts?.has(`${key}_other`);
    };
    for (const path of staffFiles.filter((one) => !one.includes('.test.'))) {
      walk(parse(path), (node) => {
        if (!ts.isCallExpression(node) || node.expression.getText() !== 't') return;
        const argument = node.arguments[0];
        if (!argument || !ts.isStringLiteral(argument)) return;
        const [namespace, key] = argument.text.includes(':') ? argument.text.split(':') as [string, string] : [undefined, argument.text];
        const known = namespace ? has(namespace, key) : has(featureOf(path) ?? 'app', key);
        if (!known) missing.push(`${place(node)} ${argument.text}`);
      });
    }
    expect(missing).toEqual([]);
  });

  it('keeps files short enough to read', () => {
    const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length;
    const long = staffFiles.filter((path) => lines(path) > (path.endsWith('.tsx') ? 300 : 400)).map((path) => relative(source, path));
    expect(long).toEqual([]);
  });
});
