import { toastDone, toastNews } from '@app/announce';
import { gestureKey } from '@app/gestures/api';
import { useLive } from '@app/live';
import { useOnScreen } from '@app/notify/api';
import { useUser } from '@app/session';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGift } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

interface News { gesture: string; conversation: string; customer?: string; giver: string; state: string }

const pause = 1_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

const lists = ['list', 'totals', 'counts', 'month'];

/** Lists once however many change, and not from every screen at the same moment; what is open of this customer at once. */
function follow({ customer, conversation }: News, queries: QueryClient) {
  if (customer) void queries.invalidateQueries({ queryKey: [...gestureKey, 'of', customer] });
  void queries.invalidateQueries({ queryKey: [...gestureKey, 'at-hand', conversation] });
  waiting ??= setTimeout(() => {
    waiting = undefined;
    void queries.invalidateQueries({ queryKey: gestureKey, predicate: ({ queryKey }) => lists.includes(String(queryKey[1])) });
  }, pause * Math.random());
}

/** Tells whoever decides that something is asked, and whoever asked what was decided, wherever they are in the product. */
export function GestureNews() {
  const { t } = useTranslation('contacts');
  const me = useUser().id;
  const go = useNavigate();
  const onScreen = useOnScreen('COLLEAGUE');
  const tell = (id: string, text: string, link: string, to: string) => toastNews({
    id,
    title: text,
    icon: <IconGift size={18} aria-hidden="true" />,
    autoClose: 30_000,
    message: <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go(to); }}>{link}</Anchor>,
  });
  useLive<News>('gesture.changed', follow, gestureKey);
  useLive<News>('gesture.asked', ({ gesture, giver }) => {
    // whoever looks at the list sees it come in there
    if (onScreen && giver !== me && location.pathname !== '/gestures') tell(`gesture-${gesture}`, t('gestures.news.asked'), t('gestures.news.look'), '/gestures?shown=asked');
  });
  useLive<News>('gesture.decided', ({ gesture, conversation, state }) => {
    if (!onScreen) return;
    const text = t(state === 'given' ? 'gestures.news.approved' : 'gestures.news.turnedDown');
    // who is in that conversation needs no way to it, and nothing that stays over his answer
    if (location.pathname.includes(conversation)) toastDone(text);
    else tell(`gesture-${gesture}`, text, t('gestures.news.conversation'), `/desk/all/${conversation}`);
  });
  return null;
}
