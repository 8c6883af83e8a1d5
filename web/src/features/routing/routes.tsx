import type { Feature } from '@app/feature';
import { IconActivity, IconAdjustments, IconArrowsSplit2 } from '@tabler/icons-react';

export default {
  routes: [
    { path: 'live', permission: 'live.view', page: () => import('./floor/FloorPage') },
    { path: 'settings/queues/:id?', permission: 'routing.configure', page: () => import('./queues/QueuesPage') },
    { path: 'settings/capacity', permission: 'routing.configure', page: () => import('./capacity/CapacityPage') },
  ],
  places: [
    { path: '/live', label: 'routing:floor.place', icon: IconActivity, permission: 'live.view', key: 'l', order: 20 },
    {
      path: '/settings/queues', label: 'routing:queues.place', description: 'routing:queues.description', icon: IconArrowsSplit2,
      permission: 'routing.configure', group: 'settings', order: 40,
    },
    {
      path: '/settings/capacity', label: 'routing:capacity.place', description: 'routing:capacity.description', icon: IconAdjustments,
      permission: 'routing.configure', group: 'settings', order: 41,
    },
  ],
  actions: [
    { id: 'routing-new-queue', label: 'routing:queues.new', permission: 'routing.configure', run: (go) => go('/settings/queues/new') },
  ],
} satisfies Feature;
