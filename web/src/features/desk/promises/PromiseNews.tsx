import { useFormat } from '@app/format';
import { useLive } from '@app/live';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { keys } from '../api';

interface Reminder { promise: string; conversation: string; words: string; dueAt: string }

/** Reminds whoever promised something in time, wherever he is in the product, and keeps lists of promises true. */
export function PromiseNews() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const go = useNavigate();
  useLive('promise.reminded', ({ promise, conversation, words, dueAt }: Reminder) => {
    const id = `promise-${promise}`;
    notifications.show({
      id,
      title: t('promised.reminder', { time: format.moment(dueAt) }),
      icon: <IconCalendarHeart size={18} aria-hidden="true" />,
      withBorder: true,
      autoClose: 30_000,
      message: (
        <>
          <Text size="sm" lineClamp={3} mb={4}>{words}</Text>
          <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(id); void go(`/desk/mine/${conversation}`); }}>{t('promised.toConversation')}</Anchor>
        </>
      ),
    });
  });
  useLive<{ conversation: string }>('desk.promise.changed', ({ conversation }, queries) => {
    void queries.invalidateQueries({ queryKey: ['promises'] });
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  }, ['promises'], keys.conversations);
  return null;
}
