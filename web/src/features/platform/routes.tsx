import type { Feature } from '@app/feature';
import { IconApi, IconHeartbeat, IconHistory } from '@tabler/icons-react';

export default {
  routes: [
    { path: 'settings/audit', permission: 'audit.view', page: () => import('./AuditPage') },
    { path: 'settings/api', page: () => import('./ApiPage') },
    { path: 'settings/system', permission: 'system.view', page: () => import('./SystemPage') },
  ],
  places: [
    { path: '/settings/audit', label: 'platform:audit.title', description: 'platform:audit.about', icon: IconHistory, permission: 'audit.view', group: 'settings', order: 90 },
    { path: '/settings/api', label: 'platform:api.title', description: 'platform:api.about', icon: IconApi, group: 'settings', order: 91 },
    { path: '/settings/system', label: 'platform:system.title', description: 'platform:system.about', icon: IconHeartbeat, permission: 'system.view', group: 'settings', order: 92 },
  ],
} satisfies Feature;
