import type { Feature } from '@app/feature';
import { IconArrowMerge, IconBriefcase, IconBuilding, IconCalendarHeart, IconInbox } from '@tabler/icons-react';
import { CaseNews } from './cases/CaseNews';
import { ConsultNews } from './consults/ConsultNews';
import { OpenAsked } from './consults/OpenAsked';
import { Duty } from './duty/Duty';
import { Offers } from './duty/Offers';
import { Views } from './list/Views';
import { OpenPromises } from './promises/OpenPromises';
import { PlannedNews } from './planned/PlannedNews';
import { PromiseNews } from './promises/PromiseNews';

export default {
  routes: [
    { path: 'desk/:list?/:conversation?/:pane?', permission: 'contacts.view', layout: 'full', page: () => import('./DeskPage') },
    { path: 'print/:conversation', permission: 'contacts.view', page: () => import('./paper/PaperPage') },
    { path: 'views/new', permission: 'contacts.view', page: () => import('./views/NewViewPage') },
    { path: 'views/:id', permission: 'contacts.view', page: () => import('./views/ViewPage') },
    { path: 'bulk', permission: 'contacts.handle', page: () => import('./bulk/BulkPage') },
    { path: 'cases', permission: 'contacts.view', page: () => import('./cases/CasesPage') },
    { path: 'cases/:id', permission: 'contacts.view', page: () => import('./cases/CasePage') },
    { path: 'settings/same-case', permission: 'organisation.configure', page: () => import('./cases/SameCasePage') },
    { path: 'asked', permission: ['consults.answer', 'live.view'], page: () => import('./consults/AskedPage') },
    { path: 'promises', permission: 'contacts.view', page: () => import('./promises/PromisesPage') },
    { path: 'live/promises', permission: 'live.view', page: () => import('./due/DuePage') },
  ],
  places: [
    { path: '/desk', label: 'desk:place', icon: IconInbox, permission: 'contacts.view', key: 'd', order: 10, Below: Views },
    { path: '/cases', label: 'desk:cases.place', icon: IconBriefcase, permission: 'contacts.view', key: 'z', order: 15 },
    { path: '/settings/same-case', label: 'desk:sameCase.title', description: 'desk:sameCase.about', icon: IconArrowMerge, permission: 'organisation.configure', group: 'settings', section: 'work', order: 47 },
    { path: '/asked', label: 'desk:asked.place', icon: IconBuilding, permission: ['consults.answer', 'live.view'], order: 30, Badge: OpenAsked },
    { path: '/promises', label: 'desk:promised.place', icon: IconCalendarHeart, permission: 'contacts.view', key: 'p', order: 28, Badge: OpenPromises },
  ],
  actions: [
    { id: 'desk-mine', label: 'desk:go.mine', permission: 'contacts.view', run: (go) => go('/desk/mine') },
    { id: 'desk-waiting', label: 'desk:go.waiting', permission: 'contacts.view', run: (go) => go('/desk/waiting') },
    { id: 'desk-new-view', label: 'desk:views.add', permission: 'contacts.view', run: (go) => go('/views/new') },
    { id: 'desk-bulk', label: 'desk:bulk.place', permission: 'contacts.handle', run: (go) => go('/bulk') },
    { id: 'desk-closed', label: 'desk:go.closed', permission: 'contacts.view', run: (go) => go('/desk/closed') },
  ],
  seekers: [{ label: 'desk:search.seek', permission: 'contacts.view', path: (text) => `/desk/all?q=${encodeURIComponent(text)}`, order: 10 }],
  Everywhere: () => <><Offers /><PromiseNews /><PlannedNews /><CaseNews /><ConsultNews /></>,
  NavigationFoot: Duty,
} satisfies Feature;
