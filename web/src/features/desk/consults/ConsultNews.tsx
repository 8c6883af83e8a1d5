import { toastNews } from '@app/announce';
import { useLive } from '@app/live';
import { useOnScreen } from '@app/notify/api';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { keys } from '../api';
import { consultKeys } from './api';

interface News { consult: string; conversation: string; why: string }

/** Tells whoever asked that an answer came, or did not in time, wherever he is; keeps lists and conversations true. */
export function ConsultNews() {
  const { t } = useTranslation('desk');
  const go = useNavigate();
  const onScreen = useOnScreen('COLLEAGUE');
  useLive<News>('consult.came-back', ({ consult, conversation, why }) => {
    if (!onScreen) return;
    // one that still stands would swallow the next of another kind
    const id = `consult-${consult}-${why}`;
    toastNews({
      id, title: t(`consult.news.${why}`), icon: <IconBuilding size={18} aria-hidden="true" />, autoClose: 30_000,
      message: <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go(`/desk/all/${conversation}`); }}>{t('promised.toConversation')}</Anchor>,
    });
  });
  useLive<{ conversation: string }>('consult.changed', ({ conversation }, queries) => {
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
    void queries.invalidateQueries({ queryKey: [...consultKeys.all, 'figures'] });
  }, keys.conversations, consultKeys.all);
  useLive<{ consult: string; customer: boolean }>('consult.written', ({ consult, customer }, queries) => {
    void queries.invalidateQueries({ queryKey: [...consultKeys.all, 'conversation', consult] });
    if (!customer || !onScreen) return;
    const id = `consult-written-${consult}`;
    toastNews({
      id, title: t('asked.customer.wrote'), icon: <IconBuilding size={18} aria-hidden="true" />, autoClose: 30_000,
      message: <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go('/asked'); }}>{t('asked.customer.toIt')}</Anchor>,
    });
  }, [...consultKeys.all, 'conversation']);
  useLive('consult.asked', (_news, queries) => void queries.invalidateQueries({ queryKey: consultKeys.asked }), consultKeys.asked);
  return null;
}
