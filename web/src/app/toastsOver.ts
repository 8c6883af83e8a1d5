import { useEffect, useRef, type RefObject } from 'react';

/**
 * While this is in sight messages stand at its top, in its middle: over what one reads, and not on what one writes or chooses with.
 *
 * @param sheet a sheet lies over it on a phone: then they stand above that
 */
export function useToastsOver<T extends HTMLElement>(sheet: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    const place = document.documentElement.style;
    const forget = () => ['--toasts-top', '--toasts-top-phone', '--toasts-middle'].forEach((one) => place.removeProperty(one));
    const put = () => {
      const at = element.current?.getBoundingClientRect();
      if (!at?.width) return forget();
      place.setProperty('--toasts-top', `${Math.round(at.top)}px`);
      place.setProperty('--toasts-top-phone', sheet ? '0px' : `${Math.round(at.top)}px`);
      place.setProperty('--toasts-middle', `${Math.round(at.left + at.width / 2)}px`);
    };
    const sizes = new ResizeObserver(put);
    sizes.observe(element.current!);
    put();
    window.addEventListener('resize', put);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', put);
      forget();
    };
  }, [sheet]);
  return element;
}
