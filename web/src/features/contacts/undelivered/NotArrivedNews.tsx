import { toastNews } from '@app/announce';
import { useLive } from '@app/live';
import { useOnScreen } from '@app/notify/api';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMailX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** Tells whoever wrote an answer, or has the contact in hand, that it did not arrive, wherever in the product he is. */
export function NotArrivedNews() {
  const { t } = useTranslation('contacts');
  const go = useNavigate();
  const onScreen = useOnScreen('UNSENT');
  useLive<{ message: string; conversation: string; stopped: boolean }>('contacts.undelivered.mine', ({ message, conversation, stopped }) => {
    if (!stopped || !onScreen) return;
    const open = () => {
      notifications.hide(message);
      void go(`/desk/mine/${conversation}`);
    };
    toastNews({
      id: message, title: t('news'), color: 'red', icon: <IconMailX size={18} />, autoClose: 30_000, role: 'alert',
      message: <Text size="sm">{t('newsAbout')} <Anchor component="button" type="button" size="sm" onClick={open}>{t('show')}</Anchor></Text>,
    });
  });
  return null;
}
