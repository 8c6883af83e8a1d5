import { gestureKey } from '@app/gestures/api';
import { useLive } from '@app/live';
import { useUser } from '@app/session';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGift } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

interface News { gesture: string; conversation: string; giver: string; state: 'given' | 'turned_down' }

const pause = 1_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Once however many change, and not from every screen at the same moment. */
function listsSoon(queries: QueryClient) {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    void queries.invalidateQueries({ queryKey: gestureKey });
  }, pause * Math.random());
}

/** Tells whoever decides that something is asked, and whoever asked what was decided, wherever they are in the product. */
export function GestureNews() {
  const { t } = useTranslation('contacts');
  const me = useUser().id;
  const go = useNavigate();
  const tell = (id: string, text: string, link: string, to: string) => notifications.show({
    id,
    title: text,
    icon: <IconGift size={18} aria-hidden="true" />,
    withBorder: true,
    autoClose: 30_000,
    message: <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go(to); }}>{link}</Anchor>,
  });
  useLive<News>('gesture.changed', (_news, queries) => listsSoon(queries), gestureKey);
  useLive<News>('gesture.asked', ({ gesture, giver }, queries) => {
    listsSoon(queries);
    if (giver !== me) tell(`gesture-${gesture}`, t('gestures.news.asked'), t('gestures.news.look'), '/gestures?shown=asked');
  });
  useLive<News>('gesture.decided', ({ gesture, conversation, state }, queries) => {
    listsSoon(queries);
    tell(`gesture-${gesture}`, t(state === 'given' ? 'gestures.news.approved' : 'gestures.news.turnedDown'), t('gestures.news.conversation'), `/desk/all/${conversation}`);
  });
  return null;
}
