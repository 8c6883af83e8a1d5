import { useEffect, useState } from 'react';
import { browserLocks } from './tabs';

/** `unsupported`: this browser cannot, or the page did not come over https. `ask`: nobody decided yet. */
export type Permission = 'unsupported' | 'ask' | 'granted' | 'denied';

export function permission(): Permission {
  if (typeof Notification === 'undefined' || !browserLocks()) return 'unsupported';
  return Notification.permission === 'default' ? 'ask' : Notification.permission;
}

/** What the browser allows, also when that is changed in its own settings meanwhile; asking is done only after a click. */
export function usePermission(): { permission: Permission; ask: () => Promise<Permission> } {
  const [now, setNow] = useState(permission);
  useEffect(() => {
    const look = () => setNow(permission());
    let status: PermissionStatus | undefined;
    navigator.permissions?.query({ name: 'notifications' }).then((found) => {
      status = found;
      status.addEventListener('change', look);
    }, () => {});
    window.addEventListener('focus', look);
    return () => {
      status?.removeEventListener('change', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  const ask = async () => {
    await Notification.requestPermission();
    setNow(permission());
    return permission();
  };
  return { permission: now, ask };
}
