import { Failed, Loading } from '@app/states';
import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { components } from '@app/api/schema';
import { RowLink } from '../list/RowLink';
import { useTried } from './api';
import classes from './SavedViews.module.css';

/** What stands in a view of these conditions now. */
export function Held({ asked }: { asked: components['schemas']['ViewAsked'] }) {
  const { t } = useTranslation('desk');
  const [settled] = useDebouncedValue(asked, 300);
  const tried = useTried(settled);
  return (
    <section className={classes.held} aria-label={t('views.held')}>
      <Title order={2} size="h4" mb={4}>{t('views.held')}</Title>
      {tried.isPending && <Loading height={120} />}
      {tried.isError && <Failed error={tried.error} onRetry={() => void tried.refetch()} height={160} />}
      {tried.isSuccess && (
        <Stack gap="xs">
          <Text role="status" c="dimmed" size="sm">{tried.data.count > 0 ? t('views.count', { count: tried.data.count }) : t('views.holdsNothing')}</Text>
          {tried.data.first.length > 0 && (
            <ul className={classes.rows}>
              {tried.data.first.map((row) => <RowLink key={row.conversation} row={row} to={`/desk/all/${row.conversation}`} current={false} />)}
            </ul>
          )}
        </Stack>
      )}
    </section>
  );
}
