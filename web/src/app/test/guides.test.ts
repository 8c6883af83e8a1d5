// @vitest-environment node
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const images = join(root, 'docs/images');
const read = (page: string) => readFileSync(page, 'utf8');
const under = (folder: string, end: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith(end)).map((path) => join(root, folder, path));
const pages = [join(root, 'README.md'), ...under('docs', '.md')];

const pictures = (page: string) => [...read(page).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => resolve(dirname(page), path!));
const links = (page: string) => [...read(page).matchAll(/\]\(([^)#:]+\.md)\)/g)].map(([, path]) => resolve(dirname(page), path!));
const shown = pages.flatMap(pictures);

describe('the guides', () => {
  it('show pictures that are there, and every picture is shown', () => {
    expect(shown.filter((path) => !existsSync(path))).toEqual([]);
    expect([...under('docs/images', '.webp'), ...under('docs/images', '.svg')].filter((path) => !shown.includes(path))).toEqual([]);
  });

  it('show pictures that are small enough to read along', () => {
    expect(shown.filter((path) => existsSync(path) && statSync(path).size >= 250_000).map((path) => relative(root, path))).toEqual([]);
  });
});

const english = [join(root, 'docs/agent.md'), join(root, 'docs/manager.md'), ...under('docs/administrator', '.md')];
const other = (page: string, language: string) => {
  const [, path] = new RegExp(`\\[${language}\\]\\(([^)]+)\\)`).exec(read(page)) ?? [];
  return path && resolve(dirname(page), path);
};
const pairs = english.map((page) => [page, other(page, 'Nederlands') ?? ''] as const);

describe('the guides in Dutch', () => {
  it('are there for every guide, and lead to one another', () => {
    expect(pairs.filter(([page, dutch]) => !dutch || !existsSync(dutch) || other(dutch, 'English') !== page)).toEqual([]);
    expect(under('docs/nl', '.md').toSorted()).toEqual(pairs.map(([, dutch]) => dutch).toSorted());
  });

  it.each(pairs.map(([page, dutch]) => [relative(root, page), page, dutch] as const))('say what %s says', (_, page, dutch) => {
    const levels = (path: string) => [...read(path).matchAll(/^(#+) |^(\||\*|\d+\.) /gm)].map(([, heading, mark]) => heading ?? mark!.replace(/\d+/, '1'));
    const names = (path: string) => [...new Set(read(path).match(/`[^`\s]+`/g))].toSorted();
    expect(levels(dutch)).toEqual(levels(page));
    expect(names(dutch)).toEqual(names(page));
    expect(pictures(dutch)).toEqual(pictures(page).map((path) => join(images, 'nl', relative(images, path))));
  });

  it('link pages that are there, each in its own language', () => {
    const theirs = pairs.flatMap(([page, dutch]) => [page, dutch]);
    expect(theirs.flatMap(links).filter((path) => !existsSync(path))).toEqual([]);
    expect(pairs.flatMap(([page, dutch]) => links(dutch).filter((path) => path !== page && english.includes(path)))).toEqual([]);
  });
});
