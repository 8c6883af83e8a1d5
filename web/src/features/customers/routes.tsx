import type { Feature } from '@app/feature';
import { IconFileImport, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useAnyImport } from './api';

export default {
  routes: [
    { path: 'customers', permission: 'customers.view', page: () => import('./CustomersPage') },
    { path: 'customers/import', permission: 'orders.import', page: () => import('./ImportPage') },
    { path: 'settings/customer-groups', permission: 'organisation.configure', page: () => import('./groups/GroupsPage') },
    { path: 'customers/:id', permission: 'customers.view', page: () => import('./CustomerPage') },
  ],
  places: [
    { path: '/customers', label: 'customers:place', icon: IconUsers, permission: 'customers.view', key: 'c', order: 30 },
    { path: '/settings/customer-groups', label: 'customers:groups.title', description: 'customers:groups.about', icon: IconUsersGroup, permission: 'organisation.configure', group: 'settings', section: 'customers', order: 69 },
    { path: '/customers/import', label: 'customers:import.place', description: 'customers:import.about', icon: IconFileImport, permission: 'orders.import', group: 'settings', section: 'customers', order: 70 },
  ],
  steps: [{
    id: 'orders', label: 'customers:steps.orders.label', help: 'customers:steps.orders.help', path: '/customers/import', permission: 'orders.import',
    order: 75, optional: true, useDone: useAnyImport,
  }],
} satisfies Feature;
