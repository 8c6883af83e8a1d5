import type { Feature } from '@app/feature';
import { IconBuildingStore, IconEraser, IconFileImport, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useAnyImport } from './api';

export default {
  routes: [
    { path: 'customers', permission: 'customers.view', page: () => import('./CustomersPage') },
    { path: 'customers/import', permission: 'orders.import', page: () => import('./ImportPage') },
    { path: 'settings/customer-groups', permission: 'organisation.configure', page: () => import('./groups/GroupsPage') },
    { path: 'customers/:id/erase', permission: 'customers.erase', page: () => import('./erasing/EraseCustomerPage') },
    { path: 'erasures', permission: 'customers.erase', page: () => import('./erasing/ErasuresPage') },
    { path: 'erasures/:id', permission: 'customers.erase', page: () => import('./erasing/ReceiptPage') },
    { path: 'accounts', permission: 'customers.view', page: () => import('./accounts/AccountsPage') },
    { path: 'accounts/:id', permission: 'customers.view', page: () => import('./accounts/AccountPage') },
    { path: 'customers/:id', permission: 'customers.view', page: () => import('./CustomerPage') },
  ],
  places: [
    { path: '/customers', label: 'customers:place', icon: IconUsers, permission: 'customers.view', key: 'c', order: 30 },
    { path: '/accounts', label: 'customers:accounts.place', icon: IconBuildingStore, permission: 'customers.view', order: 30.5 },
    { path: '/settings/customer-groups', label: 'customers:groups.title', description: 'customers:groups.about', icon: IconUsersGroup, permission: 'organisation.configure', group: 'settings', section: 'customers', order: 69 },
    { path: '/customers/import', label: 'customers:import.place', description: 'customers:import.about', icon: IconFileImport, permission: 'orders.import', group: 'settings', section: 'customers', order: 70 },
    { path: '/erasures', label: 'customers:erase.place', description: 'customers:erase.about', icon: IconEraser, permission: 'customers.erase', group: 'settings', section: 'customers', order: 72 },
  ],
  steps: [{
    id: 'orders', label: 'customers:steps.orders.label', help: 'customers:steps.orders.help', path: '/customers/import', permission: 'orders.import',
    order: 75, optional: true, useDone: useAnyImport,
  }],
  seekers: [{ label: 'customers:seek', permission: 'customers.view', path: (text) => `/customers?text=${encodeURIComponent(text)}`, order: 20 }],
} satisfies Feature;
