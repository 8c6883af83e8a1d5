import { Problem } from '@app/api/problem';
import { useCallback, useState } from 'react';
import { desk } from '../api';

export interface Uploading {
  key: string;
  name: string;
  size: number;
  id?: string;
  problem?: Problem;
}

/** Files on their way into a reply. */
export function useUploads(conversation: string) {
  const [files, setFiles] = useState<Uploading[]>([]);

  const add = useCallback((chosen: Iterable<File>) => {
    for (const file of chosen) {
      const key = crypto.randomUUID();
      setFiles((all) => [...all, { key, name: file.name, size: file.size }]);
      const settle = (change: Partial<Uploading>) => setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
      desk.upload(conversation, file).then(({ id }) => settle({ id }), (failure) => settle({ problem: Problem.of(failure) }));
    }
  }, [conversation]);

  const remove = useCallback((key: string) => setFiles((all) => all.filter((one) => one.key !== key)), []);
  const clear = useCallback(() => setFiles([]), []);
  return {
    files, add, remove, clear,
    busy: files.some((one) => !one.id && !one.problem),
    failed: files.some((one) => one.problem !== undefined),
    ids: files.flatMap((one) => one.id ?? []),
  };
}
