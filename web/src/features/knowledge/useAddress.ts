import { useSearchParams } from 'react-router';

/** Filters stand in the address, so that a page can be sent to a colleague. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null | undefined, ...without: string[]) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    without.forEach((one) => next.delete(one));
    return next;
  }, { replace: true });
  return { params, set };
}
