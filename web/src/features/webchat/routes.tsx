import type { Feature } from '@app/feature';
import { IconMessages } from '@tabler/icons-react';
import { useAnyWidget } from './api';

export default {
  routes: [{ path: 'settings/web-chat', permission: 'channels.configure', page: () => import('./WebChatPage') }],
  places: [{
    path: '/settings/web-chat', label: 'webchat:place', description: 'webchat:placeLine', icon: IconMessages,
    permission: 'channels.configure', group: 'settings', section: 'channels', order: 32,
  }],
  steps: [{
    id: 'chat', label: 'webchat:steps.chat.label', help: 'webchat:steps.chat.help', path: '/settings/web-chat', permission: 'channels.configure',
    order: 55, optional: true, useDone: useAnyWidget,
  }],
} satisfies Feature;
