// @vitest-environment node
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast, palette } from '../frame/colour';
import { EventCutter } from '../frame/stream';
import { initial, length, looksLikeEmail, onlyEmoji, pieces } from '../frame/text';
import { Texts } from '../frame/texts';
import { en } from '../frame/texts/en';
import { nl } from '../frame/texts/nl';

describe('what is embedded', () => {
  let out: string;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'widget-'));
    process.env.UI_OUT = out;
    const configFile = resolve(import.meta.dirname, '../../../vite.widget.config.ts');
    await build({ configFile, logLevel: 'silent' });
    await build({ configFile, mode: 'script', logLevel: 'silent' });
  }, 120_000);

  afterAll(() => {
    delete process.env.UI_OUT;
    rmSync(out, { recursive: true });
  });

  it('is less than 40 kB in all', () => {
    const folder = join(out, 'widget');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const bytes = files.map((one) => gzipSync(readFileSync(join(one.parentPath, one.name))).length).reduce((a, b) => a + b);
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(bytes).toBeLessThan(40_000);
  });

  it('has one place for its settings, and leaves no name in the page', () => {
    const script = readFileSync(join(out, 'widget/widget.js'), 'utf8');
    expect(script.split('__HARTSLAG_WIDGET__')).toHaveLength(2);
    expect(script).toMatch(/^\(function\(\)\{|^\(\(\)=>\{/);
  });

  it('runs nothing inline, so that a strict policy holds', () => {
    const page = readFileSync(join(out, 'widget/frame.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|style=| on\w+=/);
  });
});

describe('texts', () => {
  it('are complete in both languages, with the same places', () => {
    const places = (text: string) => [...text.matchAll(/{(\w+)}/g)].map((hit) => hit[1]).sort();
    expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(places(nl[key]), key).toEqual(places(en[key]));
  });

  it('tell moments and waiting as people do', () => {
    const texts = new Texts('nl');
    const now = new Date(2026, 10, 23, 22, 0);
    expect(texts.moment(new Date(2026, 10, 24, 9, 0).toISOString(), now)).toBe('morgen om 09:00');
    expect(texts.moment(new Date(2026, 10, 23, 23, 30).toISOString(), now)).toBe('vandaag om 23:30');
    expect(texts.wait({ ahead: 1, expectedSeconds: 200 })).toBe('Eén wachtende voor je · ongeveer 3 minuten');
    expect(texts.wait({ ahead: 0 })).toBe('Je bent als volgende aan de beurt');
  });
});

describe('words of people', () => {
  it('become links only where they are web addresses', () => {
    expect(pieces('zie https://a.example/x. En javascript:alert(1)')).toEqual([
      { text: 'zie ' }, { text: 'https://a.example/x', href: 'https://a.example/x' }, { text: '. En javascript:alert(1)' }]);
  });

  it('count emoji as people do', () => {
    expect(onlyEmoji('👩‍👩‍👧 🇳🇱')).toBe(true);
    expect(onlyEmoji('ok 👍')).toBe(false);
    expect(onlyEmoji('12')).toBe(false);
    expect(length('a👍')).toBe(2);
    expect(initial('ørjan')).toBe('Ø');
  });

  it('are addresses when they look complete', () => {
    expect(looksLikeEmail('sanne@example.org')).toBe(true);
    for (const wrong of ['sanne', 'sanne@example', 'a b@c.nl', '@x.nl']) expect(looksLikeEmail(wrong)).toBe(false);
  });
});

describe('colours', () => {
  it.each(['#c2410c', '#ffff00', '#777777', '#000000', '#ffffff', '#8a8a00', 'nonsense'])('stay readable: %s', (accent) => {
    const colours = palette(accent);
    expect(contrast(colours.accent, colours.onAccent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.accentText, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.accentText, colours.accentSoft)).toBeGreaterThanOrEqual(4);
  });
});

describe('the stream', () => {
  it('is cut right wherever the pieces break', () => {
    const whole = ': welcome\n\nid: 4\nevent: message\ndata: {"text":"a: b"}\n\nevent: typing\ndata: {"name":"Noor"}\n\n';
    for (let at = 0; at < whole.length; at++) {
      const cutter = new EventCutter();
      expect([...cutter.take(whole.slice(0, at)), ...cutter.take(whole.slice(at))]).toEqual([
        { event: 'message', data: '{"text":"a: b"}' }, { event: 'typing', data: '{"name":"Noor"}' }]);
    }
  });
});
