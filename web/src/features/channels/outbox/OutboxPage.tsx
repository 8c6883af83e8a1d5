import { PageHead } from '@app/list/PageHead';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Box, Group, Select, Stack, Text } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSentMails } from '../api';
import classes from '../ledger/Ledger.module.css';

const purposes = ['conversation', 'acknowledgement', 'invitation', 'notice', 'consult'];

/** What would have left, where no mail relay is set. */
export default function OutboxPage() {
  const { t } = useTranslation('channels');
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const purpose = params.get('purpose') ?? undefined;
  const mails = useSentMails({ search: search || undefined, purpose });
  const set = (name: string, value: string | null) => setParams((old) => {
    const next = new URLSearchParams(old);
    if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  return (
    <Stack gap="md">
      <div><PageHead title={t('outbox.place')} lead={t('outbox.explain')} /></div>
      <Group>
        <Box w={{ base: '100%', xs: 320 }}><SearchField value={search} onChange={(value) => set('search', value)} label={t('outbox.search')} /></Box>
        <Select aria-label={t('outbox.purpose')} placeholder={t('outbox.purpose')} clearable value={purpose ?? null} onChange={(value) => set('purpose', value)}
          data={purposes.map((value) => ({ value, label: t(`outbox.purposes.${value}`) }))} />
      </Group>
      {mails.isPending && <Loading />}
      {mails.isError && <Failed error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.isSuccess && mails.items.length === 0 && <Empty icon={IconMailForward} title={t('outbox.none')}>{t('outbox.noneAbout')}</Empty>}
      <ul className={classes.rows}>
        {mails.items.map((mail) => (
          <li key={mail.id}>
            <Link to={`/outbox/${mail.id}`} className={classes.row}>
              <div className={classes.words}>
                <Text fw={600} truncate>{mail.subject}</Text>
                <Text size="sm" c="dimmed" truncate>{mail.recipients.join(', ')}</Text>
              </div>
              <Badge variant="light" color="gray" tt="none">{t(`outbox.purposes.${mail.purpose}`, { defaultValue: mail.purpose })}</Badge>
              <time dateTime={mail.at} title={format.exact(mail.at)}><Text size="sm" c="dimmed">{format.moment(mail.at)}</Text></time>
            </Link>
          </li>
        ))}
      </ul>
      <More {...mails} />
    </Stack>
  );
}
