import { useFormat } from '@app/format';
import { Figure } from '@app/number/Figure';
import { Empty, Failed, Loading } from '@app/states';
import { Group, Stack, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../promises/Promises.module.css';
import { useDepartmentFigures, type DepartmentFigures as Row } from './api';

const days = 30;

/** How each department answers, of what was asked lately. */
export function DepartmentFigures() {
  const { t } = useTranslation('desk');
  const figures = useDepartmentFigures(days, undefined, true);
  if (figures.isPending) return <Loading />;
  if (figures.isError) return <Failed error={figures.error} onRetry={() => void figures.refetch()} />;
  if (figures.data.length === 0) return <Empty icon={IconBuilding} title={t('asked.noFigures', { days })}>{t('asked.noFiguresLead')}</Empty>;
  return <Stack gap="sm">{figures.data.map((one) => <Department key={one.department} row={one} />)}</Stack>;
}

function Department({ row }: { row: Row }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const within = (key: string, value?: number) => value !== undefined && t(key, { span: format.span(value * 60_000) });
  const times = [within('asked.seen', row.medianMinutesToSee), within('asked.answered', row.medianMinutesToAnswer)].filter(Boolean).join(' · ');
  const counted = (key: 'asked.passedOn' | 'asked.askedBack' | 'asked.moreAsked', count: number, of = 0) => count > 0 && t(key, { count, n: format.number(count), of: format.number(of) });
  const besides = [counted('asked.passedOn', row.passedOn, row.passedOnLate), counted('asked.askedBack', row.askedBack), counted('asked.moreAsked', row.moreTimeAsked, row.moreTimeGranted)].filter(Boolean).join(' · ');
  const given = row.given > 0 && t('asked.given', { count: row.given, n: format.number(row.given), answered: format.number(row.answeredCustomer), back: format.number(row.givenBack) });
  const name = i18n.language === 'nl' ? row.nameNl : row.nameEn;
  return (
    <article className={classes.card} aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="md">
        <div>
          <Text component="h2" fw={650}>{name}</Text>
          <Text size="sm" c="dimmed">{t('asked.counts', { count: row.asked, asked: format.number(row.asked), answered: format.number(row.answered), days })}</Text>
          {times && <Text size="sm" mt={6}>{times}</Text>}
          {besides && <Text size="sm">{besides}</Text>}
          {given && <Text size="sm">{given}</Text>}
          <Text size="sm" c={row.lateNow > 0 ? 'red.9' : 'dimmed'}>{t('asked.now', { open: format.number(row.openNow), late: format.number(row.lateNow) })}{row.returnedNow > 0 && ` · ${t('asked.nowReturned', { count: row.returnedNow, n: format.number(row.returnedNow) })}`}</Text>
        </div>
        <Figure label={t('asked.inTime')} definition={t('asked.inTimeDefinition', { days })} write={format.hundredths}
          value={row.inTime?.percent} interval={row.inTime && [row.inTime.interval.low, row.inTime.interval.high]} n={row.n} nText={t('asked.n', { count: row.n, n: format.number(row.n) })} />
      </Group>
    </article>
  );
}
