import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Group, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAudit } from './api';
import { AuditLine } from './AuditLine';
import classes from './Platform.module.css';

const kinds = [
  'session', 'user', 'rights', 'api-token', 'customer', 'conversation', 'envelope', 'sent-mail', 'mail', 'message', 'personal-score', 'compliment', 'orders',
  'brand', 'calendar', 'channel-hours', 'reason', 'department', 'site', 'partner', 'team', 'skill', 'queue', 'capacity', 'widget', 'email-account',
  'sender', 'setting', 'gesture-choice', 'gesture-terms', 'sub-states', 'field', 'transfer-reason', 'bulk-work', 'customer-group', 'customer-account', 'timer', 'secrets',
];

const startOf = (day: string | undefined, add = 0) => {
  if (!day) return undefined;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + add);
  return at.toISOString();
};

export default function AuditPage() {
  const { t, i18n } = useTranslation('platform');
  const [search, setSearch] = useSearchParams();
  const of = (name: string) => search.get(name) ?? undefined;
  const set = (name: string, value: string | null | undefined) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const list = useAudit({ kind: of('kind'), actor: of('actor'), subject: of('subject'), from: startOf(of('from')), to: startOf(of('to'), 1) });
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <Group mb="md" align="end">
        <Select aria-label={t('audit.kind')} placeholder={t('audit.kind')} clearable searchable w={210} value={of('kind') ?? null} onChange={(value) => set('kind', value)}
          data={kinds.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) }))} />
        <SearchField value={of('actor') ?? ''} label={t('audit.actor')} onChange={(value) => set('actor', value)} />
        <DateInput aria-label={t('audit.from')} placeholder={t('audit.from')} clearable w={150} locale={i18n.language} valueFormat="D MMM YYYY" value={of('from') ?? null} onChange={(value) => set('from', value)} />
        <DateInput aria-label={t('audit.to')} placeholder={t('audit.to')} clearable w={150} locale={i18n.language} valueFormat="D MMM YYYY" value={of('to') ?? null} onChange={(value) => set('to', value)} />
        {of('subject') && <Badge variant="light" component="button" style={{ cursor: 'pointer' }} onClick={() => set('subject', null)}>{t('audit.onlySubject')}</Badge>}
      </Group>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? (
        <Empty icon={IconHistory} title={t('audit.none')}>{t('audit.noneHelp')}</Empty>
      ) : (
        <ul className={classes.log}>
          {list.items.map((row) => <AuditLine key={row.id} row={row} onSubject={(subject) => set('subject', subject)} />)}
        </ul>
      )}
      <More {...list} />
    </>
  );
}
