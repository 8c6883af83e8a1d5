import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format';
import { Failed, Loading } from '../states';
import { ago } from './ago';
import { useGesturesOf } from './api';
import classes from './Gestures.module.css';
import { KindIcon, useGestureName } from './kinds';

/** What this customer was given before, so that nobody gives twice unaware. */
export function Given({ customer }: { customer: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = useGestureName();
  const given = useGesturesOf(customer);
  if (given.isPending) return <Loading height={40} />;
  if (given.isError) return <Failed error={given.error} onRetry={() => void given.refetch()} height={120} />;
  if (given.data.length === 0) return <Text size="sm" c="dimmed">{t('gestures.none')}</Text>;
  return (
    <ul className={classes.list}>
      {given.data.map((one) => (
        <li key={one.id} className={classes.line}>
          <KindIcon kind={one.kind} />
          <div>
            {name(one)}, {format.money(one.amountMinor, one.currency)}
            <Text size="sm" c="dimmed" title={format.exact(one.givenAt ?? one.askedAt)}>
              {one.state === 'ASKED' ? t('gestures.asked') : ago(one.givenAt ?? one.askedAt, i18n.language)}{one.giverName && ` · ${one.giverName}`}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
