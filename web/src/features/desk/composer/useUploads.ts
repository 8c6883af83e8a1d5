import { Problem } from '@app/api/problem';
import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';

export interface Uploading {
  key: string;
  name: string;
  size: number;
  id?: string;
  problem?: Problem;
}

export type Uploads = ReturnType<typeof useUploads>;

/** Files on their way into what somebody writes. */
export function useUploads(upload: (file: File) => Promise<{ id: string }>) {
  const [files, setFiles] = useState<Uploading[]>([]);
  const send = useRef(upload);
  send.current = upload;

  const add = useCallback((chosen: Iterable<File>) => {
    for (const file of chosen) {
      const key = crypto.randomUUID();
      setFiles((all) => [...all, { key, name: file.name, size: file.size }]);
      const settle = (change: Partial<Uploading>) => setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
      send.current(file).then(({ id }) => settle({ id }), (failure) => settle({ problem: Problem.of(failure) }));
    }
  }, []);

  /** Files that are there already, of an answer that was taken back. */
  const restore = useCallback((there: { id: string; name: string; size: number }[]) => setFiles((all) => [
    ...all, ...there.filter((file) => all.every((one) => one.id !== file.id)).map(({ id, name, size }) => ({ key: id, id, name, size })),
  ]), []);

  const remove = useCallback((key: string) => setFiles((all) => all.filter((one) => one.key !== key)), []);
  const clear = useCallback(() => setFiles([]), []);
  return {
    files, add, restore, remove, clear,
    busy: files.some((one) => !one.id && !one.problem),
    failed: files.some((one) => one.problem !== undefined),
    ids: files.flatMap((one) => one.id ?? []),
  };
}

/** Asked to send while a file is still on its way: it leaves with the file, unless one goes on writing or the file fails. */
export function useWhenReady(uploads: Uploads, send: () => void) {
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    if (!waits || uploads.busy) return;
    setWaits(false);
    // what is on the screen goes with it: a file that was ready this very moment is not left behind
    if (!uploads.failed) send();
  });
  return { waits, ask: () => (uploads.busy ? setWaits(true) : send()), goOn: () => setWaits(false) };
}

/** Files that somebody drops or pastes where he writes. */
export const filesInto = (add: (files: Iterable<File>) => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  },
  onPaste: (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add(event.clipboardData.files);
  },
});
