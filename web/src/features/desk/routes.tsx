import type { Feature } from '@app/feature';
import { IconInbox } from '@tabler/icons-react';
import { Duty } from './duty/Duty';
import { Offers } from './duty/Offers';
import { Views } from './list/Views';

export default {
  routes: [{ path: 'desk/:list?/:conversation?/:pane?', permission: 'contacts.view', layout: 'full', page: () => import('./DeskPage') }],
  places: [{ path: '/desk', label: 'desk:place', icon: IconInbox, permission: 'contacts.view', key: 'd', order: 10, Below: Views }],
  actions: [
    { id: 'desk-mine', label: 'desk:go.mine', permission: 'contacts.view', run: (go) => go('/desk/mine') },
    { id: 'desk-waiting', label: 'desk:go.waiting', permission: 'contacts.view', run: (go) => go('/desk/waiting') },
    { id: 'desk-closed', label: 'desk:go.closed', permission: 'contacts.view', run: (go) => go('/desk/closed') },
  ],
  Everywhere: Offers,
  NavigationFoot: Duty,
} satisfies Feature;
