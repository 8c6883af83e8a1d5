import { useEffect, type RefObject } from 'react';

/**
 * What had the focus may vanish: a row that left the list, a button whose work is done. A browser then begins at the top of the document
 * again, which loses whoever works by keyboard or listens to the screen. The page itself gets the focus instead; a button that was only
 * out of use for a moment gets it back.
 */
export function useFocusKept(page: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let last: Element | null = null;
    let pausing = false;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
      pausing = false;
    };
    const look = () => {
      if (!(last instanceof HTMLElement) || document.activeElement !== document.body) return;
      const outOfUse = last.matches(':disabled');
      if (!last.isConnected) page.current?.focus({ preventScroll: true });
      else if (outOfUse) pausing = true;
      else if (pausing) last.focus({ preventScroll: true });
    };
    const forget = () => { last = null; };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', remember);
    // whoever clicks beside everything wants the focus nowhere
    document.addEventListener('pointerdown', forget);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, [page]);
}
