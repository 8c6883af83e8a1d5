import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

export interface Shortcut {
  /** `j`, `shift+?`, `mod+Enter`, or a sequence: `g d`. */
  keys: string;
  /** Translated text for the overview. */
  label: string;
  run: () => void;
  /** Also while typing in a field; only for combinations with mod. */
  whileTyping?: boolean;
}

interface Keys {
  enabled: boolean;
  setEnabled: (on: boolean) => void;
  register: (shortcut: Shortcut) => () => void;
  shortcuts: () => Shortcut[];
}

const KeysContext = createContext<Keys | null>(null);
const kept = 'hartslag.keys';
const sequencePause = 1200;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key;
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  return mod + (key.length === 1 ? key.toLowerCase() : key);
}

/** One listener for the whole application; pages add and remove their shortcuts as they come and go. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [enabled, setEnabledState] = useState(() => localStorage.getItem(kept) !== 'off');
  const registered = useRef<Shortcut[]>([]);

  const setEnabled = useCallback((on: boolean) => {
    localStorage.setItem(kept, on ? 'on' : 'off');
    setEnabledState(on);
  }, []);

  const register = useCallback((shortcut: Shortcut) => {
    registered.current = [...registered.current, shortcut];
    return () => {
      registered.current = registered.current.filter((one) => one !== shortcut);
    };
  }, []);

  useEffect(() => {
    let before = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = () => { before = ''; };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const name = nameOf(event);
      const typing = isTyping(event.target);
      const modal = document.querySelector('[role="dialog"][aria-modal="true"]');
      const byMod = name.startsWith('mod+');
      if (!byMod && (!enabled || typing || modal)) return;
      const sequence = before ? `${before} ${name}` : name;
      // The last one registered wins: what lies on top of the page comes first.
      const within = [...registered.current].reverse().filter((one) => !typing || one.whileTyping);
      const hit = within.find((one) => one.keys === sequence) ?? within.find((one) => one.keys === name);
      clearTimeout(timer);
      if (hit) {
        event.preventDefault();
        forget();
        hit.run();
        return;
      }
      before = registered.current.some((one) => one.keys.startsWith(`${name} `)) ? name : '';
      timer = setTimeout(forget, sequencePause);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);

  const keys = useMemo<Keys>(
    () => ({ enabled, setEnabled, register, shortcuts: () => registered.current }),
    [enabled, setEnabled, register],
  );
  return <KeysContext value={keys}>{children}</KeysContext>;
}

export function useKeys(): Keys {
  const keys = use(KeysContext);
  if (!keys) throw new Error('useKeys outside KeysProvider');
  return keys;
}

/** Gives the page these shortcuts for as long as it is shown. */
export function useShortcuts(shortcuts: Shortcut[]) {
  const { register } = useKeys();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts.map((one) => `${one.keys}=${one.label}`).join('|');
  useEffect(() => {
    const undo = latest.current.map((one, index) => register({ ...one, run: () => latest.current[index]?.run() }));
    return () => undo.forEach((off) => off());
  }, [register, signature]);
}

/** How a key is written on this machine: `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export function writtenKeys(keys: string): string[] {
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  return keys.split(' ').map((one) => one
    .replace('mod+', mac ? '⌘' : 'Ctrl ')
    .replace('Enter', '↵')
    .replace(/(^|[ ⌘])[a-z]$/, (ending) => ending.toUpperCase()));
}

export function KeyHint({ keys }: { keys: string }) {
  return (
    <span aria-hidden="true" style={{ whiteSpace: 'nowrap' }}>
      {writtenKeys(keys).map((one, index) => <kbd className="key" key={index} style={{ marginLeft: index ? 4 : 0 }}>{one}</kbd>)}
    </span>
  );
}
