import type { Block } from './api';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How near a block is to what was typed: its shortcut first, then its name, then its words. */
function nearness(block: Block, query: string): number {
  const shortcut = plain(block.shortcut);
  const name = plain(block.name);
  if (shortcut === query) return 0;
  if (shortcut.startsWith(query)) return 1;
  if (name.startsWith(query)) return 2;
  if (shortcut.includes(query) || name.includes(query)) return 3;
  return query.length > 1 && plain(block.words).includes(query) ? 4 : Infinity;
}

/** Those in the language of the conversation stay before others, and one's own before shared ones that are as near. */
export function matching(blocks: Block[], typed: string, language: string): Block[] {
  const query = plain(typed.trim());
  if (query === '') return blocks;
  return blocks
    .map((block, place) => ({ block, place, near: nearness(block, query), other: block.language === language ? 0 : 1 }))
    .filter((one) => one.near !== Infinity)
    .sort((a, b) => a.other - b.other || a.near - b.near || a.place - b.place)
    .map((one) => one.block);
}
