import { useEffect, type RefObject } from 'react';
import { place, standIn, type Place } from './standIn';

const layer = '[role="dialog"], [role="menu"]';
const remembered = 20;
/** Longer than a button is out of use because its work is being done. */
const forGood = 800;

/** What had the focus, the dialog or menu it stood in, and where on the page that was. */
interface Focused { what: HTMLElement; within: Element | null; at: Place }

/**
 * What had the focus may vanish: a row that left the list, a button whose work is done, a dialog. A browser then begins at the top of the
 * document again, which loses whoever works by keyboard or listens to the screen. What had the focus before the dialog gets it back, what
 * came in the place of a row or a button takes it over, and else the page itself gets it. A row that was moved, and a button that was only
 * out of use for a moment, get it back too.
 */
export function useFocusKept(page: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let last: Focused | undefined;
    let before: Focused[] = [];
    let pausing = false;
    const remember = ({ target }: FocusEvent) => {
      pausing = false;
      last = target instanceof HTMLElement ? { what: target, within: target.closest(layer), at: place(target) } : undefined;
      if (last) before = [last, ...before.filter(({ what }) => what !== target && what.isConnected)].slice(0, remembered);
    };
    const opener = (lost: Focused) => before.find(({ what, within }) => within !== lost.within && what.isConnected && what.checkVisibility());
    const neighbour = (lost: Focused) => {
      if (last === lost && document.activeElement === document.body && lost.what.matches(':disabled:not([data-loading])')) standIn(lost.at)?.focus({ preventScroll: true });
    };
    const pause = (one: Focused) => {
      last = one;
      pausing = true;
      setTimeout(neighbour, forGood, one);
    };
    const look = (changes: MutationRecord[]) => {
      const lost = last;
      if (!lost || document.activeElement !== document.body) return;
      const moved = () => changes.some(({ removedNodes }) => [...removedNodes].some((one) => one.contains(lost.what)));
      if (!lost.what.isConnected) {
        const back = lost.within && !lost.within.isConnected ? opener(lost) : undefined;
        if (back?.what.matches(':disabled')) pause(back);
        else (back?.what ?? standIn(lost.at) ?? page.current)?.focus({ preventScroll: true });
      } else if (lost.what.matches(':disabled')) {
        if (!pausing) pause(lost);
      } else if (pausing || moved()) lost.what.focus({ preventScroll: true });
    };
    const forget = () => { last = undefined; };
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
