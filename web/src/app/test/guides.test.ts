// @vitest-environment node
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const folder = join(root, 'docs/images');
const pages = [join(root, 'README.md'), ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md')).map((path) => join(root, 'docs', path))];
const shown = pages.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]
  .map(([, path]) => resolve(dirname(page), path!)));

describe('the guides', () => {
  it('show pictures that are there, and every picture is shown', () => {
    expect(shown.filter((path) => !existsSync(path))).toEqual([]);
    expect(readdirSync(folder).filter((name) => !shown.includes(join(folder, name)))).toEqual([]);
  });

  it('show pictures that are small enough to read along', () => {
    expect(shown.filter((path) => existsSync(path) && statSync(path).size >= 250_000).map((path) => relative(root, path))).toEqual([]);
  });
});
