import type { Feature } from '@app/feature';
import { IconArrowsExchange, IconGift, IconHourglass, IconListDetails, IconMailX, IconMoodSilence } from '@tabler/icons-react';
import { GestureNews } from './gestures/GestureNews';
import { Waiting } from './gestures/Waiting';
import { NotArrived } from './undelivered/NotArrived';
import { NotArrivedNews } from './undelivered/NotArrivedNews';

const gestures = ['gestures.view', 'gestures.approve', 'contacts.handle'];

export default {
  routes: [
    { path: 'undelivered', permission: ['outbox.view', 'contacts.handle'], page: () => import('./undelivered/UndeliveredPage') },
    { path: 'settings/promises', permission: ['organisation.configure', 'live.view'], page: () => import('./rules/RulesPage') },
    { path: 'settings/promises/:id/broken', permission: ['organisation.configure', 'live.view'], page: () => import('./rules/BrokenPage') },
    { path: 'settings/sub-states', permission: 'organisation.configure', page: () => import('./substates/SubStatesPage') },
    { path: 'settings/silence', permission: 'organisation.configure', page: () => import('./silence/SilencePage') },
    { path: 'gestures', permission: gestures, page: () => import('./gestures/GesturesPage') },
    { path: 'settings/gestures', permission: 'gestures.configure', page: () => import('./gestures/GestureSettingsPage') },
    { path: 'transfers', permission: 'live.view', page: () => import('./transfers/TransfersPage') },
    { path: 'transfers/contacts', permission: 'live.view', page: () => import('./transfers/ContactsPage') },
    { path: 'settings/transfers', permission: 'organisation.configure', page: () => import('./transfers/ReasonsPage') },
  ],
  places: [
    { path: '/transfers', label: 'contacts:transfers.place', icon: IconArrowsExchange, permission: 'live.view', order: 31 },
    { path: '/gestures', label: 'contacts:gestures.place', icon: IconGift, permission: gestures, order: 29, Badge: Waiting },
    { path: '/undelivered', label: 'contacts:place', icon: IconMailX, permission: 'outbox.view', order: 70.5, group: 'settings', description: 'contacts:about' },
    {
      path: '/settings/promises', label: 'contacts:rules.title', description: 'contacts:rules.about', icon: IconHourglass, permission: 'organisation.configure',
      group: 'settings', section: 'work', order: 39,
    },
    {
      path: '/settings/sub-states', label: 'contacts:subStates.title', description: 'contacts:subStates.about', icon: IconListDetails, permission: 'organisation.configure',
      group: 'settings', section: 'work', order: 38,
    },
    {
      path: '/settings/silence', label: 'contacts:silence.title', description: 'contacts:silence.about', icon: IconMoodSilence, permission: 'organisation.configure',
      group: 'settings', section: 'work', order: 40,
    },
    { path: '/settings/gestures', label: 'contacts:giftSettings.title', description: 'contacts:giftSettings.about', icon: IconGift, permission: 'gestures.configure', group: 'settings', section: 'work', order: 45 },
    { path: '/settings/transfers', label: 'contacts:transferReasons.title', description: 'contacts:transferReasons.about', icon: IconArrowsExchange, permission: 'organisation.configure', group: 'settings', section: 'work', order: 46 },
  ],
  Everywhere: () => <><NotArrivedNews /><GestureNews /></>,
  NavigationFoot: NotArrived,
} satisfies Feature;
