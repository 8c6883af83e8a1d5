// Lists whose work is in the front end and under which licence: from package-lock.json and what is installed, to
// notices/web.json; then joins it with notices/server.json to THIRD-PARTY-NOTICES.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const notices = resolve(here, '../notices');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

export const accepted = ['Apache-2.0', 'MIT', 'MIT-0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'CC0-1.0', 'MPL-2.0', 'OFL-1.1', 'Zlib'];

/** What is needed at run time, as [folder, version]. */
export const needed = () => Object.entries(read(join(here, 'package-lock.json')).packages)
  .filter(([folder, one]) => folder !== '' && !one.dev && !one.devOptional && !one.optional)
  .map(([folder, one]) => [folder, one.version]);

export const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

function list() {
  const texts = [];
  const keep = (text) => {
    if (!texts.includes(text)) texts.push(text);
    return texts.indexOf(text);
  };
  const parts = needed().map(([folder, version]) => {
    const about = read(join(here, folder, 'package.json'));
    const licence = about.license ?? about.licenses?.[0]?.type ?? 'unknown';
    const files = readdirSync(join(here, folder)).filter((name) => /^(licen[sc]e|notice|copying)(\.(txt|md))?$/i.test(name)).sort();
    const text = files.map((name) => keep(readFileSync(join(here, folder, name), 'utf8').replaceAll('\r\n', '\n').trim())).join(' ');
    const by = typeof about.homepage === 'string' && about.homepage.startsWith('http') ? about.homepage : undefined;
    return { name: nameOf(folder), version, licences: licence.replace(/[()]/g, '').split(/ (?:OR|AND) /), by, text: text || undefined };
  });
  parts.sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
  const once = parts.filter((part, index) => index === 0 || part.name !== parts[index - 1].name || part.version !== parts[index - 1].version);
  return { parts: once, texts };
}

/** The whole as one text for people. */
export function joined(...lists) {
  const lines = ['THIRD-PARTY NOTICES', '', 'Hartslag itself is licensed under Apache-2.0 (LICENSE). It contains the work of others:', ''];
  const texts = [];
  for (const { parts, texts: own } of lists) {
    for (const part of parts) {
      const numbers = (part.text ?? '').split(' ').filter(Boolean).map((index) => {
        const text = own[Number(index)];
        if (!texts.includes(text)) texts.push(text);
        return texts.indexOf(text) + 1;
      });
      lines.push(`${part.name} ${part.version}: ${part.licences.join(' or ')}${part.by ? `, ${part.by}` : ''}${numbers.length ? ` [${numbers.join(', ')}]` : ''}`);
    }
    lines.push('');
  }
  texts.forEach((text, index) => lines.push('-'.repeat(80), `[${index + 1}]`, '', text, ''));
  return `${lines.join('\n').trimEnd()}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const own = list();
  const refused = own.parts.filter((part) => !part.licences.some((one) => accepted.includes(one)));
  if (refused.length > 0) {
    console.error(`Licences that we do not accept, or do not know: ${refused.map((part) => `${part.name} (${part.licences})`).join(', ')}`);
    process.exit(1);
  }
  writeFileSync(join(notices, 'web.json'), `${JSON.stringify(own, null, 2)}\n`);
  if (existsSync(join(notices, 'server.json'))) {
    writeFileSync(resolve(here, '../THIRD-PARTY-NOTICES'), joined(read(join(notices, 'server.json')), own));
  }
}
