import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Code, Group, Select, Table, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAudit, type AuditRow } from './api';

const kinds = [
  'session', 'user', 'rights', 'api-token', 'customer', 'envelope', 'sent-mail', 'personal-score', 'compliment', 'orders',
  'brand', 'calendar', 'channel-hours', 'reason', 'department', 'site', 'team', 'skill', 'queue', 'widget', 'email-account', 'sender', 'setting', 'timer',
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
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing="sm">
            <Table.Thead><Table.Tr><Table.Th>{t('audit.when')}</Table.Th><Table.Th>{t('audit.who')}</Table.Th><Table.Th>{t('audit.what')}</Table.Th><Table.Th>{t('audit.detail')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>{list.items.map((row) => <Line key={row.id} row={row} onSubject={(subject) => set('subject', subject)} />)}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <More {...list} />
    </>
  );
}

function Line({ row, onSubject }: { row: AuditRow; onSubject: (subject: string) => void }) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  const detail = Object.keys(row.detail).length > 0;
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td className="numbers" style={{ whiteSpace: 'nowrap' }}>{format.dateTime(row.at)}</Table.Td>
      <Table.Td>{row.actorName}</Table.Td>
      <Table.Td>
        <Code>{row.kind}</Code>
        {row.subjectId && (
          <Text size="xs" c="dimmed" component="button" style={{ display: 'block', background: 'none', border: 0, padding: 0, cursor: 'pointer', textAlign: 'left' }}
            aria-label={t('audit.only', { subject: row.subjectId })} onClick={() => onSubject(row.subjectId!)}>{row.subjectType} {row.subjectId.slice(0, 40)}</Text>
        )}
      </Table.Td>
      <Table.Td maw={380}>
        {detail && <details><summary>{t('audit.show')}</summary><Code block fz="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{JSON.stringify(row.detail, null, 1)}</Code></details>}
      </Table.Td>
    </Table.Tr>
  );
}
