import { IconEar, IconHeartHandshake, IconMessageHeart, IconQuote, IconSend, IconUserShield } from '@tabler/icons-react';
import type { Feature } from '@app/feature';
import { useAnyRule } from './api';
import { OpenFollowUps } from './followups/OpenFollowUps';
import { NewAnswer } from './NewAnswer';

export default {
  routes: [
    { path: 'listen', permission: 'listen.view', page: () => import('./listen/ListenPage') },
    { path: 'results', permission: 'results.own', page: () => import('./results/ResultsPage') },
    { path: 'results/colleagues', permission: 'personal-scores.view', page: () => import('./results/ColleaguesPage') },
    { path: 'follow-ups', permission: 'follow-ups.view', page: () => import('./followups/FollowUpsPage') },
    { path: 'wall', permission: 'compliments.view', page: () => import('./wall/WallPage') },
    { path: 'wall/hall', permission: 'compliments.view', layout: 'bare', page: () => import('./wall/HallPage') },
    { path: 'settings/asking', permission: 'feedback.configure', page: () => import('./settings/AskingPage') },
    { path: 'settings/personal-scores', permission: 'feedback.configure', page: () => import('./settings/PersonalScoresPage') },
  ],
  Everywhere: NewAnswer,
  places: [
    { path: '/follow-ups', label: 'feedback:followUps.place', icon: IconHeartHandshake, permission: 'follow-ups.view', key: 'f', order: 30, Badge: OpenFollowUps },
    { path: '/results', label: 'feedback:results.place', icon: IconMessageHeart, permission: 'results.own', key: 'r', order: 35 },
    { path: '/listen', label: 'feedback:listen.place', icon: IconEar, permission: 'listen.view', key: 'l', order: 40 },
    { path: '/wall', label: 'feedback:wall.place', icon: IconQuote, permission: 'compliments.view', key: 'w', order: 45 },
    { path: '/settings/asking', label: 'feedback:asking.place', description: 'feedback:asking.lead', icon: IconSend, permission: 'feedback.configure', order: 60, group: 'settings', section: 'customers' },
    { path: '/settings/personal-scores', label: 'feedback:personal.place', description: 'feedback:personal.short', icon: IconUserShield, permission: 'feedback.configure', order: 65, group: 'settings', section: 'customers' },
  ],
  steps: [{
    id: 'asking', label: 'feedback:steps.asking.label', help: 'feedback:steps.asking.help', path: '/settings/asking', permission: 'feedback.configure',
    order: 80, optional: true, useDone: useAnyRule,
  }],
} satisfies Feature;
