import type { Api } from '../api';
import { Refused } from '../api';
import type { FileRef, Visit } from '../protocol';
import type { Texts } from '../texts';
import { el, icon } from './dom';

interface Chip { name: string; done?: FileRef; node: HTMLElement }

/** Files that go with the next message: checked here for kind and size, checked again by the server. */
export class Files {
  readonly node = el('ul', { class: 'chips', hidden: true });
  private chips: Chip[] = [];

  constructor(private readonly texts: Texts, private readonly api: Api, private readonly limits: () => Visit['limits'],
    private readonly changed: () => void, private readonly without: (why?: string) => void) {}

  get none(): boolean {
    return this.chips.length === 0;
  }

  get ready(): FileRef[] {
    return this.chips.flatMap((chip) => chip.done ?? []);
  }

  get busy(): boolean {
    return this.chips.some((chip) => !chip.done);
  }

  clear(): void {
    this.chips = [];
    this.show();
  }

  add(files: Iterable<File>): void {
    const limits = this.limits();
    for (const file of files) {
      if (this.chips.length >= limits.filesPerMessage) this.without(this.texts.t('tooManyFiles', { n: limits.filesPerMessage }));
      else if (file.size > limits.fileBytes) this.without(this.texts.t('fileTooLarge', { name: file.name, size: this.texts.size(limits.fileBytes) }));
      else if (file.type && !limits.fileTypes.includes(file.type)) this.without(this.texts.t('fileType', { name: file.name }));
      else void this.upload(file);
    }
  }

  private async upload(file: File): Promise<void> {
    const remove = el('button', { type: 'button', class: 'remove', 'aria-label': this.texts.t('removeFile', { name: file.name }) }, icon('cross'));
    const progress = el('span', { class: 'busy', role: 'img', 'aria-label': this.texts.t('uploading', { name: file.name }) });
    const chip: Chip = { name: file.name, node: el('li', {}, progress, el('span', { class: 'name' }, file.name), remove) };
    remove.addEventListener('click', () => {
      this.without();
      this.drop(chip);
    });
    this.chips.push(chip);
    this.show();
    try {
      chip.done = await this.api.upload(file);
      progress.replaceWith(icon('file'));
      this.changed();
    } catch (fault) {
      if (!this.chips.includes(chip)) return;
      this.without(fault instanceof Refused && fault.detail ? fault.detail : this.texts.t('fileFailed', { name: file.name }));
      this.drop(chip);
    }
  }

  private drop(chip: Chip): void {
    this.chips = this.chips.filter((one) => one !== chip);
    this.show();
  }

  private show(): void {
    this.node.replaceChildren(...this.chips.map((chip) => chip.node));
    this.node.hidden = this.chips.length === 0;
    this.changed();
  }
}
