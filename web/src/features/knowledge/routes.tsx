import type { Feature } from '@app/feature';
import { IconCompass, IconRoute, IconTextPlus } from '@tabler/icons-react';
import { WaitingDeviations } from './deviations/WaitingDeviations';

/** Whoever writes to customers, and whoever looks after what colleagues write. */
const writers = ['contacts.handle', 'guidelines.write'];

export default {
  routes: [
    { path: 'guidelines', permission: 'guidelines.write', page: () => import('./guidelines/GuidelinesPage') },
    { path: 'guidelines/new', permission: 'guidelines.write', page: () => import('./guidelines/NewGuidelinePage') },
    { path: 'guidelines/deviations', permission: 'guidelines.write', page: () => import('./deviations/DeviationsPage') },
    { path: 'guidelines/:id', permission: 'guidelines.write', page: () => import('./guidelines/GuidelinePage') },
    { path: 'texts', permission: writers, page: () => import('./texts/TextsPage') },
    { path: 'texts/new', permission: writers, page: () => import('./texts/NewTextPage') },
    { path: 'texts/:id', permission: writers, page: () => import('./texts/TextPage') },
    { path: 'settings/phases', permission: 'guidelines.write', page: () => import('./phases/PhasesPage') },
  ],
  places: [
    { path: '/guidelines', label: 'knowledge:place', icon: IconCompass, permission: 'guidelines.write', key: 'u', order: 45, Badge: WaitingDeviations },
    { path: '/texts', label: 'knowledge:texts.place', icon: IconTextPlus, permission: writers, key: 'b', order: 46 },
    {
      path: '/settings/phases', label: 'knowledge:phases.title', description: 'knowledge:phases.about', icon: IconRoute, permission: 'guidelines.write',
      group: 'settings', section: 'work', order: 46,
    },
  ],
} satisfies Feature;
