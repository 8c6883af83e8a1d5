import type { Feature } from '@app/feature';
import { IconFileImport, IconUsers } from '@tabler/icons-react';

export default {
  routes: [
    { path: 'customers', permission: 'customers.view', page: () => import('./CustomersPage') },
    { path: 'customers/import', permission: 'orders.import', page: () => import('./ImportPage') },
    { path: 'customers/:id', permission: 'customers.view', page: () => import('./CustomerPage') },
  ],
  places: [
    { path: '/customers', label: 'customers:place', icon: IconUsers, permission: 'customers.view', key: 'c', order: 30 },
    { path: '/customers/import', label: 'customers:import.place', description: 'customers:import.about', icon: IconFileImport, permission: 'orders.import', group: 'settings', order: 70 },
  ],
} satisfies Feature;
