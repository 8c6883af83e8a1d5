import type { Feature } from '@app/feature';
import { IconActivity, IconAdjustments, IconArrowsSplit2 } from '@tabler/icons-react';
import { useAnyQueue } from './api';

export default {
  routes: [
    { path: 'live', permission: 'live.view', page: () => import('./floor/FloorPage') },
    { path: 'live/queues/:queue', permission: 'live.view', page: () => import('./line/LinePage') },
    { path: 'live/wall', permission: 'live.view', layout: 'bare', page: () => import('./wall/WallboardPage') },
    { path: 'settings/queues/:id?', permission: 'routing.configure', page: () => import('./queues/QueuesPage') },
    { path: 'settings/capacity', permission: 'routing.configure', page: () => import('./capacity/CapacityPage') },
  ],
  places: [
    { path: '/live', label: 'routing:floor.place', icon: IconActivity, permission: 'live.view', key: 'v', order: 20 },
    {
      path: '/settings/queues', label: 'routing:queues.place', description: 'routing:queues.description', icon: IconArrowsSplit2,
      permission: 'routing.configure', group: 'settings', section: 'work', order: 40,
    },
    {
      path: '/settings/capacity', label: 'routing:capacity.place', description: 'routing:capacity.description', icon: IconAdjustments,
      permission: 'routing.configure', group: 'settings', section: 'work', order: 41,
    },
  ],
  actions: [
    { id: 'routing-new-queue', label: 'routing:queues.new', permission: 'routing.configure', run: (go) => go('/settings/queues/new') },
  ],
  steps: [{
    id: 'queues', label: 'routing:steps.queues.label', help: 'routing:steps.queues.help', path: '/settings/queues', permission: 'routing.configure',
    order: 70, optional: true, useDone: useAnyQueue,
  }],
} satisfies Feature;
