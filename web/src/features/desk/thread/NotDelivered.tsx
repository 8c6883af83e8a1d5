import { toastProblem } from '@app/announce';
import { useDeliveryReason } from '@app/delivery';
import { useSession } from '@app/session';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../api';
import type { Message } from '../types';
import classes from './Thread.module.css';

/** Under a message that did not arrive: that, why, and another try. The stream tells how that went. */
export function NotDelivered({ message }: { message: Message }) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const reason = useDeliveryReason();
  const again = useMutation({
    mutationFn: () => desk.sendAgain(message.id),
    onError: toastProblem,
  });
  return (
    <div className={classes.lost}>
      <span className={classes.failed}><IconAlertTriangle size={15} aria-hidden="true" /> {t(`delivery.${message.delivery}`)}</span>
      {message.deliveryDetail && <span>{reason(message.deliveryDetail)}</span>}
      {may(['contacts.handle', 'outbox.view']) && (
        <Button size="compact-xs" variant="default" leftSection={<IconRefresh size={14} />} loading={again.isPending} onClick={() => again.mutate()}>
          {t('sendAgain')}
        </Button>
      )}
    </div>
  );
}
