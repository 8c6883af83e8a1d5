import { useConfirm } from '@app/confirm';
import { useDeliveryReason } from '@app/delivery';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Anchor, Badge, Button, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUndeliveredActions, type Item, type Trouble } from '../api';
import classes from './Undelivered.module.css';

const colours: Record<Trouble, string> = { FAILED: 'red', BOUNCED: 'red', RETRYING: 'yellow', GIVEN_UP: 'gray' };

/** One message: which, why it did not arrive, since when, and the two things one can do. */
export function UndeliveredItem({ item }: { item: Item }) {
  const { t } = useTranslation('contacts');
  const { may, user } = useSession();
  const format = useFormat();
  const reason = useDeliveryReason();
  const confirm = useConfirm();
  const { again, giveUp } = useUndeliveredActions();
  const retrying = item.trouble === 'RETRYING';
  const brand = user && user.brands.length > 1 ? user.brands.find((one) => one.id === item.brand)?.name : undefined;
  const facts = [
    t(`purpose.${item.purpose}`, { author: item.author, defaultValue: item.purpose }),
    item.address ? t('to', { address: item.address }) : t('toNobody'),
    brand,
    t('since', { time: format.moment(item.since) }),
    item.attempts > 0 ? t('attempts', { count: item.attempts }) : undefined,
  ].filter(Boolean).join(' · ');
  const stop = async () => {
    const sure = await confirm({ title: t('giveUpTitle'), body: t('giveUpBody'), confirm: t('giveUp'), danger: true });
    if (sure) giveUp.mutate(item.message);
  };
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.title}>
          <Badge variant="light" color={colours[item.trouble]} tt="none" className={classes.mark}>{t(`mark.${item.trouble}`)}</Badge>
          {may('contacts.view')
            ? <Anchor component={Link} to={`/desk/all/${item.conversation}`} className={classes.subject} title={t('open')}>{item.subject}</Anchor>
            : <span className={classes.subject}>{item.subject}</span>}
        </div>
        <div className={classes.facts}>{facts}</div>
        <Text className={classes.why}>{reason(item.why) || t('noReason')}</Text>
        {item.nextTry && <Text size="sm" c="dimmed" title={format.exact(item.nextTry)}>{t('nextTry', { time: format.moment(item.nextTry) })}</Text>}
      </div>
      <div className={classes.acts}>
        <Button size="compact-md" variant="light" leftSection={<IconRefresh size={16} />} loading={again.isPending} onClick={() => again.mutate(item.message)}>
          {t(retrying ? 'tryNow' : 'again')}
        </Button>
        {item.trouble !== 'GIVEN_UP' && (
          <Button size="compact-md" variant="subtle" color="gray" loading={giveUp.isPending} onClick={() => void stop()}>{t('giveUp')}</Button>
        )}
      </div>
    </li>
  );
}
