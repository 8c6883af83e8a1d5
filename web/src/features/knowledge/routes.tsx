import type { Feature } from '@app/feature';
import { IconCompass, IconRoute } from '@tabler/icons-react';
import { WaitingDeviations } from './deviations/WaitingDeviations';

export default {
  routes: [
    { path: 'guidelines', permission: 'guidelines.write', page: () => import('./guidelines/GuidelinesPage') },
    { path: 'guidelines/new', permission: 'guidelines.write', page: () => import('./guidelines/NewGuidelinePage') },
    { path: 'guidelines/deviations', permission: 'guidelines.write', page: () => import('./deviations/DeviationsPage') },
    { path: 'guidelines/:id', permission: 'guidelines.write', page: () => import('./guidelines/GuidelinePage') },
    { path: 'settings/phases', permission: 'guidelines.write', page: () => import('./phases/PhasesPage') },
  ],
  places: [
    { path: '/guidelines', label: 'knowledge:place', icon: IconCompass, permission: 'guidelines.write', key: 'u', order: 45, Badge: WaitingDeviations },
    {
      path: '/settings/phases', label: 'knowledge:phases.title', description: 'knowledge:phases.about', icon: IconRoute, permission: 'guidelines.write',
      group: 'settings', section: 'work', order: 46,
    },
  ],
} satisfies Feature;
