import type { Feature } from '@app/feature';
import { IconHourglass, IconMailX } from '@tabler/icons-react';
import { NotArrived } from './undelivered/NotArrived';
import { NotArrivedNews } from './undelivered/NotArrivedNews';

export default {
  routes: [
    { path: 'undelivered', permission: ['outbox.view', 'contacts.handle'], page: () => import('./undelivered/UndeliveredPage') },
    { path: 'settings/promises', permission: 'organisation.configure', page: () => import('./rules/RulesPage') },
    { path: 'settings/promises/:id/broken', permission: 'organisation.configure', page: () => import('./rules/BrokenPage') },
  ],
  places: [
    { path: '/undelivered', label: 'contacts:place', icon: IconMailX, permission: 'outbox.view', order: 70.5, group: 'settings', description: 'contacts:about' },
    {
      path: '/settings/promises', label: 'contacts:rules.title', description: 'contacts:rules.about', icon: IconHourglass, permission: 'organisation.configure',
      group: 'settings', section: 'work', order: 39,
    },
  ],
  Everywhere: NotArrivedNews,
  NavigationFoot: NotArrived,
} satisfies Feature;
