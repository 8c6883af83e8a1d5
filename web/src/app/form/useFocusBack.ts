import { useEffect, useState } from 'react';

/** Whatever had the focus when this came gets it back when this goes: a dialog that is only there while it is open. */
export function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }, [before]);
}
