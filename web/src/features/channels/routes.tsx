import type { Feature } from '@app/feature';
import { IconAt, IconMailForward, IconScale, IconShieldX } from '@tabler/icons-react';
import { useAnyInbox } from './api';

export default {
  routes: [
    { path: 'intake', permission: 'intake.view', page: () => import('./ledger/LedgerPage') },
    { path: 'intake/:id', permission: 'intake.view', page: () => import('./ledger/EnvelopePage') },
    { path: 'outbox', permission: 'outbox.view', page: () => import('./outbox/OutboxPage') },
    { path: 'outbox/:id', permission: 'outbox.view', page: () => import('./outbox/MailPage') },
    { path: 'settings/email', permission: 'channels.configure', page: () => import('./accounts/AccountsPage') },
    { path: 'settings/spam', permission: ['contacts.handle', 'intake.view'], page: () => import('./spam/SpamPage') },
  ],
  places: [
    { path: '/intake', label: 'channels:ledger.place', icon: IconScale, permission: 'intake.view', order: 70, group: 'settings', section: 'channels', description: 'channels:ledger.about' },
    { path: '/outbox', label: 'channels:outbox.place', icon: IconMailForward, permission: 'outbox.view', order: 71, group: 'settings', section: 'channels', description: 'channels:outbox.about' },
    { path: '/settings/email', label: 'channels:accounts.place', icon: IconAt, permission: 'channels.configure', order: 72, group: 'settings', section: 'channels', description: 'channels:accounts.about' },
    { path: '/settings/spam', label: 'channels:spam.place', icon: IconShieldX, permission: ['contacts.handle', 'intake.view'], order: 73, group: 'settings', section: 'channels', description: 'channels:spam.about' },
  ],
  actions: [
    { id: 'intake-waiting', label: 'channels:ledger.goWaiting', permission: 'intake.view', run: (go) => go('/intake?state=waiting') },
  ],
  steps: [{
    id: 'email', label: 'channels:steps.email.label', help: 'channels:steps.email.help', path: '/settings/email', permission: 'channels.configure',
    order: 50, useDone: useAnyInbox,
  }],
} satisfies Feature;
