import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Alert, Badge, Button, Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconAt, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useInboxActions, useInboxes } from '../api';
import type { Inbox } from '../types';
import { AccountForm } from './AccountForm';

/** The addresses customers write to. */
export default function AccountsPage() {
  const { t } = useTranslation('channels');
  const inboxes = useInboxes();
  const { user } = useSession();
  const hasBrand = (user?.brands.length ?? 0) > 0;
  const [editing, setEditing] = useState<Inbox | 'new' | null>(null);
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>{t('accounts.add')}</Button>;
  return (
    <Stack gap="md" maw={860}>
      <div>
        <PageHead title={t('accounts.place')} lead={t('accounts.about')}>{hasBrand && add}</PageHead>
      </div>
      {inboxes.isPending && <Loading />}
      {inboxes.isError && <Failed error={inboxes.error} onRetry={() => void inboxes.refetch()} />}
      {inboxes.isSuccess && inboxes.data.length === 0 && <Empty icon={IconAt} title={t(hasBrand ? 'accounts.none' : 'accounts.noBrand')} action={hasBrand ? add : <Button component={Link} to="/settings/brands">{t('accounts.makeBrand')}</Button>}>{t('accounts.noneAbout')}</Empty>}
      {inboxes.data?.map((inbox) => <AccountCard key={inbox.id} inbox={inbox} edit={() => setEditing(inbox)} />)}
      {editing !== null && <AccountForm inbox={editing === 'new' ? undefined : editing} done={() => setEditing(null)} />}
    </Stack>
  );
}

function AccountCard({ inbox, edit }: { inbox: Inbox; edit: () => void }) {
  const { t } = useTranslation('channels');
  const { user } = useSession();
  const { switchOn, test } = useInboxActions();
  const brand = user?.brands.find((one) => one.id === inbox.brand)?.name;
  const result = test.data;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4">{inbox.address}</Title>
            {inbox.broken && <Badge color="red" variant="light" tt="none">{t('accounts.broken')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">{inbox.name} · {brand} · {t(`accounts.kinds.${inbox.kind}`)}</Text>
          <Text size="sm" c="dimmed">{t(inbox.signed ? 'accounts.signed' : 'accounts.unsigned')}</Text>
        </div>
        <Switch checked={inbox.active} disabled={switchOn.isPending} label={t('accounts.active')}
          onChange={(event) => switchOn.mutate({ id: inbox.id, active: event.currentTarget.checked })} />
      </Group>
      {inbox.broken && <Alert mt="sm" color="red" variant="light" title={t('accounts.brokenAbout')}>{inbox.stateDetail}</Alert>}
      {result && (
        <Alert mt="sm" role="status" variant="light" color={result.detail ? 'red' : 'green'}
          title={t('accounts.tested', { mailbox: t(`accounts.result.${result.mailbox}`), relay: t(`accounts.result.${result.relay}`) })}>
          {result.detail}
        </Alert>
      )}
      <Group mt="sm" gap="xs">
        <Button size="compact-md" variant="light" onClick={edit}>{t('accounts.change')}</Button>
        {(inbox.imap || inbox.relay) && (
          <Button size="compact-md" variant="subtle" loading={test.isPending} leftSection={<IconPlugConnected size={16} />} onClick={() => test.mutate(inbox.id)}>
            {t('accounts.test')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
