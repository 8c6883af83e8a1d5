import type { Feature } from '@app/feature';
import { IconMailX } from '@tabler/icons-react';
import { NotArrived } from './undelivered/NotArrived';
import { NotArrivedNews } from './undelivered/NotArrivedNews';

export default {
  routes: [{ path: 'undelivered', permission: ['outbox.view', 'contacts.handle'], page: () => import('./undelivered/UndeliveredPage') }],
  places: [
    { path: '/undelivered', label: 'contacts:place', icon: IconMailX, permission: 'outbox.view', order: 70.5, group: 'settings', description: 'contacts:about' },
  ],
  Everywhere: NotArrivedNews,
  NavigationFoot: NotArrived,
} satisfies Feature;
