import { useFormat } from '@app/format';
import { Failed, Loading } from '@app/states';
import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { MOST_DAYS, useSilencePreview } from './api';

interface Props {
  brand: string;
  remindDays: number | '';
  solveDays: number | '';
  /** It is being switched on, so what waits counts from now. */
  counts: boolean;
  waitingToo: boolean;
}

/** How many customers hear from us, and when at the earliest: nobody writes to thousands unknowingly. */
export function SilencePreview({ brand, remindDays, solveDays, counts, waitingToo }: Props) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const [[remind, solve]] = useDebouncedValue([Number(remindDays), Number(solveDays)], 300);
  const usable = [remind!, solve!].every((days) => days >= 1 && days <= MOST_DAYS);
  const preview = useSilencePreview(brand, remind!, solve!, usable);
  if (!usable) return null;
  if (preview.isPending) return <Loading height={90} />;
  if (preview.isError) return <Failed error={preview.error} onRetry={() => void preview.refetch()} height={90} />;
  const { waiting, unreachable, remindsOn, solvesOn } = preview.data;
  return (
    <Alert variant="light" title={t('silence.preview')}>
      <Text size="sm">{t('silence.waiting', { count: waiting })} {unreachable > 0 && t('silence.unreachable', { count: unreachable })}</Text>
      {counts && !waitingToo && <Text size="sm">{t('silence.noneOfThem')}</Text>}
      {counts && waitingToo && waiting > 0 && (
        <Text size="sm">{t('silence.nothingTonight', { count: waiting - unreachable, remind: format.calendarDay(remindsOn), solve: format.calendarDay(solvesOn) })}</Text>
      )}
      {!counts && <Text size="sm">{t('silence.followsAtOnce')}</Text>}
    </Alert>
  );
}
