import type { Feature } from '@app/feature';
import { IconBell, IconKey, IconShieldCheck, IconUserCircle, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useColleagues } from './api';

export default {
  routes: [
    { path: 'settings/people', permission: 'people.view', page: () => import('./UsersPage') },
    { path: 'settings/teams', permission: 'people.view', page: () => import('./TeamsPage') },
    { path: 'settings/roles', permission: 'people.view', page: () => import('./RolesPage') },
    { path: 'settings/tokens', page: () => import('./TokensPage') },
    { path: 'settings/notifications', page: () => import('./notifications/NotificationsPage') },
    { path: 'account', page: () => import('./AccountPage') },
  ],
  places: [
    { path: '/account', label: 'people:account.title', description: 'people:account.about', icon: IconUserCircle, group: 'settings', section: 'mine', order: 1 },
    { path: '/settings/notifications', label: 'people:notifications.title', description: 'people:notifications.about', icon: IconBell, group: 'settings', section: 'mine', order: 2 },
    { path: '/settings/people', label: 'people:users.title', description: 'people:users.about', icon: IconUsers, permission: 'people.view', group: 'settings', section: 'people', order: 20 },
    { path: '/settings/teams', label: 'people:teams.title', description: 'people:teams.about', icon: IconUsersGroup, permission: 'people.view', group: 'settings', section: 'people', order: 21 },
    { path: '/settings/roles', label: 'people:roles.title', description: 'people:roles.about', icon: IconShieldCheck, permission: 'people.view', group: 'settings', section: 'people', order: 22 },
    { path: '/settings/tokens', label: 'people:tokens.title', description: 'people:tokens.about', icon: IconKey, group: 'settings', order: 80 },
  ],
  actions: [
    { id: 'account', label: 'people:account.title', run: (go) => go('/account') },
    { id: 'notifications', label: 'people:notifications.title', run: (go) => go('/settings/notifications') },
  ],
  steps: [{
    id: 'people', label: 'people:steps.people.label', help: 'people:steps.people.help', path: '/settings/people', permission: 'people.configure',
    order: 60, useDone: useColleagues,
  }],
} satisfies Feature;
