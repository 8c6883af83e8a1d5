import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Stands here, or in that place when there is one. It moves from one to the other as it is, with what was typed in it and the focus. */
export function Placed({ elsewhere, children }: { elsewhere: HTMLElement | null | undefined; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  const [carrier] = useState(() => Object.assign(document.createElement('div'), { style: 'display: contents' }));
  useLayoutEffect(() => {
    const focused = document.activeElement;
    (elsewhere ?? here.current)?.append(carrier);
    if (focused instanceof HTMLElement && carrier.contains(focused)) focused.focus({ preventScroll: true });
  }, [elsewhere, carrier]);
  useLayoutEffect(() => () => carrier.remove(), [carrier]);
  return <><div ref={here} style={{ display: 'contents' }} />{createPortal(children, carrier)}</>;
}
