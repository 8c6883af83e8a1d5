import type { Feature } from '@app/feature';
import { IconCalendarHeart, IconInbox } from '@tabler/icons-react';
import { Duty } from './duty/Duty';
import { Offers } from './duty/Offers';
import { Views } from './list/Views';
import { OpenPromises } from './promises/OpenPromises';
import { PromiseNews } from './promises/PromiseNews';

export default {
  routes: [
    { path: 'desk/:list?/:conversation?/:pane?', permission: 'contacts.view', layout: 'full', page: () => import('./DeskPage') },
    { path: 'promises', permission: 'contacts.view', page: () => import('./promises/PromisesPage') },
  ],
  places: [
    { path: '/desk', label: 'desk:place', icon: IconInbox, permission: 'contacts.view', key: 'd', order: 10, Below: Views },
    { path: '/promises', label: 'desk:promised.place', icon: IconCalendarHeart, permission: 'contacts.view', key: 'p', order: 28, Badge: OpenPromises },
  ],
  actions: [
    { id: 'desk-mine', label: 'desk:go.mine', permission: 'contacts.view', run: (go) => go('/desk/mine') },
    { id: 'desk-waiting', label: 'desk:go.waiting', permission: 'contacts.view', run: (go) => go('/desk/waiting') },
    { id: 'desk-closed', label: 'desk:go.closed', permission: 'contacts.view', run: (go) => go('/desk/closed') },
  ],
  Everywhere: () => <><Offers /><PromiseNews /></>,
  NavigationFoot: Duty,
} satisfies Feature;
