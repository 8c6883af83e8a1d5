import { toastNews } from '@app/announce';
import { notifications } from '@mantine/notifications';
import { Anchor, Text } from '@mantine/core';
import { IconMessageHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLive } from '@app/live';
import { useSession } from '@app/session';

interface News { id: string; score: number; why?: string; mine?: boolean }

/** Tells whoever helped a customer, wherever he is in the product, the moment the customer says what he thought of it. */
export function NewAnswer() {
  const { t } = useTranslation('feedback');
  const { may } = useSession();
  const go = useNavigate();
  useLive('response.received', ({ id, score, why, mine }: News) => {
    if (!mine || !may('results.own')) return;
    toastNews({
      id: `answer-${id}`,
      title: t('toast.title', { score }),
      icon: <IconMessageHeart size={18} aria-hidden="true" />,
      autoClose: 12_000,
      message: (
        <>
          {why && <Text size="sm" lineClamp={3} mb={4}>“{why}”</Text>}
          <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(`answer-${id}`); void go('/results'); }}>{t('toast.open')}</Anchor>
        </>
      ),
    });
  });
  return null;
}
