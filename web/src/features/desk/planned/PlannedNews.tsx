import { toastNews, useAnnounce } from '@app/announce';
import { useLive } from '@app/live';
import { useOnScreen } from '@app/notify/api';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMailX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { keys } from '../api';

interface News { conversation: string; words: string; why: string; by?: string }

/** Tells whoever planned an answer that it did not leave, wherever he is in the product; keeps open conversations true. */
export function PlannedNews() {
  const { t } = useTranslation('desk');
  const go = useNavigate();
  const announce = useAnnounce();
  const onScreen = useOnScreen('UNSENT');
  const here = useRef('');
  here.current = useLocation().pathname;
  useLive<News>('answer.not-sent', ({ conversation, words, why, by }) => {
    // whoever looks at it reads it there
    if (!by && document.visibilityState === 'visible' && here.current.includes(conversation)) {
      announce(t(`planned.why.${why}`));
      return;
    }
    if (!onScreen) return;
    const id = `not-sent-${conversation}-${why}`;
    toastNews({
      id,
      title: t(`planned.why.${why}`, { by }),
      icon: <IconMailX size={18} aria-hidden="true" />,
      color: 'orange',
      autoClose: 30_000,
      message: (
        <>
          <Text size="sm" lineClamp={2} mb={4}>{words}</Text>
          <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go(`/desk/all/${conversation}`); }}>{t('promised.toConversation')}</Anchor>
        </>
      ),
    });
  });
  useLive<{ conversation: string }>('planned-answer.changed', ({ conversation }, queries) => {
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  }, keys.conversations);
  return null;
}
