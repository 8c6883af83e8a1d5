import { beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../frame/api';
import type { FileRef } from '../frame/protocol';
import { Texts } from '../frame/texts';
import { Composer } from '../frame/view/composer';

const label: FileRef = { id: 'f1', name: 'label.png', size: 1, type: 'image/png' };

let sent: { text: string; files: FileRef[] }[] = [];
let composer: Composer;
let upload: { arrives: (file: FileRef) => void; fails: (why: Error) => void };

beforeEach(() => {
  sent = [];
  const api = { upload: () => new Promise<FileRef>((arrives, fails) => { upload = { arrives, fails }; }) } as unknown as Api;
  const limits = () => ({ text: 2_000, filesPerMessage: 5, fileBytes: 1_000, fileTypes: ['image/png'] });
  composer = new Composer(new Texts('en'), api, limits, { send: (text, files) => sent.push({ text, files }), typing() {}, draft() {} }, '');
  document.body.replaceChildren(composer.node);
  composer.files.add([new File(['x'], 'label.png', { type: 'image/png' })]);
});

const field = () => document.querySelector('textarea')!;
const note = () => document.querySelector('.note')!.textContent;
const write = (text: string) => {
  field().value = text;
  field().dispatchEvent(new Event('input'));
};
const enter = () => field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
const passed = () => new Promise((done) => setTimeout(done));

describe('a message with a file on its way', () => {
  it('says that it waits, and goes when the file is there', async () => {
    write('Here it is');
    enter();
    expect(sent).toEqual([]);
    expect(note()).toBe('This goes as soon as the file is there.');
    upload.arrives(label);
    await passed();
    expect(sent).toEqual([{ text: 'Here it is', files: [label] }]);
    expect(field().value).toBe('');
    expect(note()).toBe('');
  });

  it('stays when the file does not come across, and says why, however long it is', async () => {
    const long = 'x'.repeat(1_900);
    write(long);
    enter();
    expect(note()).toBe('This goes as soon as the file is there.');
    upload.fails(new Error('no line'));
    await passed();
    expect(sent).toEqual([]);
    expect(field().value).toBe(long);
    expect(note()).toContain('did not come across');
  });

  it('stays when another file is refused, and can be sent once more', async () => {
    write('Here it is');
    enter();
    composer.files.add([new File(['x'], 'song.mp3', { type: 'audio/mpeg' })]);
    expect(note()).toContain('song.mp3');
    upload.arrives(label);
    await passed();
    expect(sent).toEqual([]);
    enter();
    expect(sent).toEqual([{ text: 'Here it is', files: [label] }]);
  });

  it('stays when the chat is over meanwhile', async () => {
    write('Here it is');
    enter();
    composer.stay();
    upload.arrives(label);
    await passed();
    expect(sent).toEqual([]);
  });

  it('stays when one goes on writing or takes the file off', async () => {
    write('Here it');
    enter();
    write('Here it is');
    upload.arrives(label);
    await passed();
    expect(sent).toEqual([]);
    composer.files.add([new File(['x'], 'second.png', { type: 'image/png' })]);
    enter();
    document.querySelector<HTMLButtonElement>('[aria-label="Remove second.png"]')!.click();
    await passed();
    expect(sent).toEqual([]);
    enter();
    expect(sent).toEqual([{ text: 'Here it is', files: [label] }]);
  });
});
