import { toastNews } from '@app/announce';
import { formats } from '@app/format';
import { isLanguage } from '@app/i18n';
import { useLive } from '@app/live';
import { useOnScreen } from '@app/notify/api';
import { useUser } from '@app/session';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarHeart } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { keys } from '../api';

interface News { promise: string; conversation: string; brand: string; words: string; dueAt: string }

const pause = 1_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Once however many change at noon, and not from every screen at the same moment. */
function listsSoon(queries: QueryClient) {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    void queries.invalidateQueries({ queryKey: ['promises'] });
  }, pause * (0.5 + Math.random()));
}

/** Tells whoever promised something in time, and whoever is given a promise, wherever he is in the product; keeps lists true. */
export function PromiseNews() {
  const { t, i18n } = useTranslation('desk');
  const { brands } = useUser();
  const go = useNavigate();
  const onScreen = useOnScreen('PROMISE');
  const tell = (text: string) => ({ promise, conversation, brand, words, dueAt }: News) => {
    if (!onScreen) return;
    // one that still stands would swallow the next of another kind
    const id = `promise-${promise}-${text}`;
    const format = formats(isLanguage(i18n.language) ? i18n.language : 'en', { told: brands.find((one) => one.id === brand)?.zone });
    toastNews({
      id,
      title: t(text, { time: format.moment(dueAt) }),
      icon: <IconCalendarHeart size={18} aria-hidden="true" />,
      autoClose: 30_000,
      message: (
        <>
          <Text size="sm" lineClamp={3} mb={4}>{words}</Text>
          <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go(`/desk/all/${conversation}`); }}>{t('promised.toConversation')}</Anchor>
        </>
      ),
    });
  };
  useLive('promise.reminded', tell('promised.reminder'));
  useLive('promise.presses', tell('promised.presses'));
  useLive('promise.late', tell('promised.isLate'));
  useLive('promise.handed-over', tell('promised.givenToYou'));
  useLive<{ conversation: string }>('desk.promise.changed', ({ conversation }, queries) => {
    listsSoon(queries);
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  }, ['promises'], keys.conversations);
  return null;
}
