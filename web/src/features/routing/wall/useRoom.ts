import { useLayoutEffect, useRef, useState } from 'react';

/** How many pixels a table has below its head; 0 as long as that is not known. The height of `field` may not depend on what is in it. */
export function useRoom() {
  const field = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    if (!field.current || !head.current) return;
    const measured = [field.current, head.current] as const;
    const measure = () => setRoom(Math.max(0, measured[0].clientHeight - measured[1].offsetHeight));
    // before the first paint, so that nothing is seen to fold
    measure();
    const sizes = new ResizeObserver(measure);
    measured.forEach((one) => sizes.observe(one));
    return () => sizes.disconnect();
  }, []);
  return { field, head, room };
}
