import type { Feature } from '@app/feature';
import { IconMessages } from '@tabler/icons-react';

export default {
  routes: [{ path: 'settings/web-chat', permission: 'channels.configure', page: () => import('./WebChatPage') }],
  places: [{
    path: '/settings/web-chat', label: 'webchat:place', description: 'webchat:placeLine', icon: IconMessages,
    permission: 'channels.configure', group: 'settings', order: 32,
  }],
} satisfies Feature;
