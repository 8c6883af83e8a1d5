import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { days, useBroken, useRules, type Broken } from './api';
import classes from './Rules.module.css';
import { useSays } from './useSays';

/** What a rule promised that was not kept in time: the rows behind its figure. */
export default function BrokenPage() {
  const { t } = useTranslation('contacts');
  const { id } = useParams();
  const rule = useRules().data?.find((one) => one.id === id);
  const { who } = useSays();
  const list = useBroken(id!);
  return (
    <>
      <PageHead title={t('rules.broken.title')} lead={rule && t('rules.broken.lead', { who: who(rule), days })} up={{ to: `/settings/promises${rule ? `?brand=${rule.brand}` : ''}`, label: t('rules.title') }} />
      {list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.isPending ? <Loading />
        : list.items.length === 0 ? <Empty title={t('rules.broken.none')}>{t('rules.broken.noneHelp')}</Empty> : (
          <>
            <ul className={classes.list} aria-label={t('rules.broken.title')}>{list.items.map((one) => <li key={one.id}><Row broken={one} /></li>)}</ul>
            <More {...list} />
          </>
        )}
    </>
  );
}

function Row({ broken }: { broken: Broken }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const late = broken.settledAt ? t('rules.broken.keptLate', { span: format.span(new Date(broken.settledAt).getTime() - new Date(broken.dueAt).getTime()) }) : t('rules.broken.still');
  return (
    <Link className={classes.broken} to={`/desk/all/${broken.conversation}`}>
      <Text fw={550} truncate>{broken.customerName ?? t('rules.broken.unknown')}</Text>
      <Text size="sm" c="dimmed" className="numbers">{t('rules.broken.due', { time: format.dateTime(broken.dueAt) })}</Text>
      <Text size="sm" truncate>#{broken.caseNumber} {broken.subject}</Text>
      <Text size="sm" c="var(--late)">{t(`rules.broken.kind.${broken.kind as 'first' | 'next' | 'solution' | 'answer'}`)}: {late}</Text>
    </Link>
  );
}
