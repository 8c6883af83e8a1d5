import { toastDone } from '@app/announce';
import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { people, useTokens, type Token } from './api';
import classes from './People.module.css';
import { permissions, textOf } from './permissions';
import { ShownOnce } from './Shown';

export default function TokensPage() {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const confirm = useConfirm();
  const tokens = useTokens();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const revoke = async (token: Token) => {
    if (!(await confirm({ title: t('tokens.revokeAsk', { name: token.name }), body: t('tokens.revokeBody'), confirm: t('tokens.revoke'), danger: true }))) return;
    await people.revokeToken(token.id);
    await queries.invalidateQueries({ queryKey: ['people', 'tokens'] });
    toastDone(t('tokens.revoked'));
  };
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>{t('tokens.add')}</Button>;
  return (
    <>
      <PageHead title={t('tokens.title')} lead={t('tokens.lead')}>{add}</PageHead>
      {tokens.isPending ? <Loading /> : tokens.isError ? <Failed error={tokens.error} onRetry={() => void tokens.refetch()} /> : tokens.data.length === 0 ? (
        <Empty icon={IconKey} title={t('tokens.none')} action={add}>{t('tokens.noneHelp')}</Empty>
      ) : (
        <ul className={classes.list}>{tokens.data.map((token) => <Row key={token.id} token={token} onRevoke={() => void revoke(token)} />)}</ul>
      )}
      {making && <TokenForm onMade={setMade} onClose={() => setMaking(false)} />}
      {made && <ShownOnce title={t('tokens.made')} help={t('tokens.madeHelp')} secret={made} onClose={() => setMade(null)} />}
    </>
  );
}

function Row({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <li className={classes.row}>
      <div style={{ minWidth: 0 }}>
        <Text fw={550} c={token.revokedAt ? 'dimmed' : undefined}>{token.name} <Text span c="dimmed" size="sm">{token.hint}…</Text></Text>
        <Text size="sm" c="dimmed">{token.ownerName} · {token.lastUsedAt ? t('tokens.used', { moment: format.moment(token.lastUsedAt) }) : t('tokens.unused')}{token.expiresAt && ` · ${t('tokens.until', { date: format.date(token.expiresAt) })}`}</Text>
        <Text size="xs" c="dimmed">{token.scopes.map((scope) => t(textOf(scope))).join(', ')}</Text>
      </div>
      {token.revokedAt ? <Badge variant="light" color="gray">{t('tokens.revokedShort')}</Badge> : <Button variant="subtle" color="red" onClick={onRevoke}>{t('tokens.revoke')}</Button>}
    </li>
  );
}

function TokenForm({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { t, i18n } = useTranslation('people');
  const user = useUser();
  const queries = useQueryClient();
  const server = useServerForm({ initialValues: { name: '', scopes: [] as string[], expiresAt: null as string | null } }, async ({ name, scopes, expiresAt }) => {
    const { token } = await people.createToken({ name, scopes, expiresAt: expiresAt ? new Date(`${expiresAt}T23:59:59`).toISOString() : undefined });
    await queries.invalidateQueries({ queryKey: ['people', 'tokens'] });
    onMade(token);
    onClose();
  });
  const { form } = server;
  return (
    <FormDrawer opened title={t('tokens.add')} onClose={onClose} server={server}>
      <TextInput data-autofocus label={t('name')} description={t('tokens.nameHelp')} {...form.getInputProps('name')} />
      <DateInput label={t('tokens.expires')} clearable locale={i18n.language} valueFormat="D MMM YYYY" {...form.getInputProps('expiresAt')} />
      <Checkbox.Group label={t('tokens.scopes')} description={t('tokens.scopesHelp')} {...form.getInputProps('scopes')}>
        <Stack gap={6} mt="xs">
          {permissions.filter((one) => user.permissions.includes(one)).map((one) => <Group key={one}><Checkbox value={one} label={t(textOf(one))} /></Group>)}
        </Stack>
      </Checkbox.Group>
    </FormDrawer>
  );
}
