import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The rules of the front end that a build fails on. Each is given what it judges, so that a test can give it something bad. */
export interface Place { root: string; features: string }
export type Texts = { [key: string]: string | Texts };
export type Known = Map<string, Map<string, string>>;

const spoken = new Set(['label', 'title', 'placeholder', 'aria-label', 'alt', 'description', 'nothingFound', 'error']);
const letters = /\p{L}{2,}/u;

export const parsed = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
export const featureOf = (path: string, { features }: Place) => (path.startsWith(`${features}/`) ? relative(features, path).split('/')[0]! : undefined);
export const flat = (texts: Texts, prefix = ''): [string, string][] => Object.entries(texts).flatMap(([key, value]) =>
  (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`)));

function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

function at(node: ts.Node, { root }: Place) {
  const file = node.getSourceFile();
  return `${relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** Features meet in `app`: none imports another. */
export function foreignImports(file: ts.SourceFile, place: Place): string[] {
  const own = featureOf(file.fileName, place);
  return file.statements.filter(ts.isImportDeclaration).flatMap((node) => {
    const target = (node.moduleSpecifier as ts.StringLiteral).text;
    const other = target.startsWith('.') ? featureOf(resolve(dirname(file.fileName), target), place) : undefined;
    return other && other !== own ? [`${at(node, place)} imports ${target}`] : [];
  });
}

/** Every word a person reads has two languages, so none stands in a component. */
export function writtenWords(file: ts.SourceFile, place: Place): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (ts.isJsxText(node) && letters.test(node.text)) found.push(`${at(node, place)} "${node.text.trim()}"`);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)
      && letters.test(node.initializer.text)) found.push(`${at(node, place)} ${node.getText()}`);
  });
  return found;
}

/** What comes up beside the page goes through `toastNews`, which names its close button for who cannot see it. */
export function newsOfItsOwn(file: ts.SourceFile, place: Place): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'notifications.show') found.push(at(node, place));
  });
  return found;
}

/** Texts that are asked for and do not exist. */
export function missingTexts(file: ts.SourceFile, place: Place, known: Known): string[] {
  const has = (namespace: string, key: string) => known.get(namespace)?.has(key) || known.get(namespace)?.has(`${key}_other`);
  const missing: string[] = [];
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 't') return;
    const argument = node.arguments[0];
    if (!argument || !ts.isStringLiteral(argument)) return;
    const [namespace, key] = argument.text.includes(':') ? argument.text.split(':') as [string, string] : [undefined, argument.text];
    if (!has(namespace ?? featureOf(file.fileName, place) ?? 'app', key)) missing.push(`${at(node, place)} ${argument.text}`);
  });
  return missing;
}

/** What one language has and the other has not, or says with other variables, or leaves empty. */
export function differences(english: Texts, dutch: Texts): string[] {
  const [en, nl] = [new Map(flat(english)), new Map(flat(dutch))];
  const variables = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((hit) => hit[1]).sort().join(' ');
  return [...new Set([...en.keys(), ...nl.keys()])].filter((key) => {
    const [one, other] = [en.get(key), nl.get(key)];
    return !one?.trim() || !other?.trim() || variables(one) !== variables(other);
  });
}

export const tooLong = (path: string, text: string) => text.split('\n').length > (path.endsWith('.tsx') ? 300 : 400);
