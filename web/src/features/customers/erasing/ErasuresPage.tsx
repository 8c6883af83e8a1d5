import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Box, Button, Group, Text, TextInput } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import shared from '../Customers.module.css';
import { ofAddress, useErasures, type Receipt } from './api';
import classes from './Erasing.module.css';

/** Receipts of customers who were erased, and whether an address was. */
export default function ErasuresPage() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const list = useErasures(text);
  return (
    <>
      <PageHead title={t('erase.place')} lead={t('erase.placeLead')} />
      <WasErased />
      <Box maw={520} my="md">
        <SearchField value={text} label={t('erase.search')} onChange={(value) => setSearch(value ? { text: value } : {}, { replace: true })} />
      </Box>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? (
        <Empty icon={IconEraser} title={text ? t('erase.noneFound', { text }) : t('erase.none')}>{text ? t('erase.noneFoundHelp') : t('erase.noneHelp')}</Empty>
      ) : <Rows receipts={list.items} label={t('erase.place')} />}
      <More {...list} />
      <Text size="sm" c="dimmed" mt="lg" maw={680}>{t('erase.elsewhere')}</Text>
    </>
  );
}

function WasErased() {
  const { t } = useTranslation('customers');
  const [found, setFound] = useState<Receipt[]>();
  const server = useServerForm({ initialValues: { address: '' } }, async ({ address }) => {
    setFound(undefined);
    setFound(await ofAddress(address));
  });
  return (
    <section className={classes.card} style={{ maxWidth: 680 }} aria-label={t('erase.was')}>
      <form onSubmit={server.submit} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput style={{ flex: '1 1 240px' }} label={t('erase.was')} description={t('erase.wasHelp')} autoComplete="off" {...server.form.getInputProps('address')} />
          <Button type="submit" variant="default" loading={server.sending}>{t('erase.check')}</Button>
        </Group>
        <ProblemNote error={server.problem} />
      </form>
      <div role="status">
        {found?.length === 0 && <Text size="sm" mt="sm">{t('erase.wasNot')}</Text>}
        {found && found.length > 0 && <Box mt="sm"><Rows receipts={found} label={t('erase.wasYes', { count: found.length })} /></Box>}
      </div>
    </section>
  );
}

function Rows({ receipts, label }: { receipts: Receipt[]; label: string }) {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  const format = useFormat();
  return (
    <ul className={shared.list} aria-label={label}>
      {receipts.map((one) => (
        <li key={one.id}>
          <Link className={shared.row} to={`/erasures/${one.id}`}>
            <div style={{ minWidth: 0 }}>
              <Text fw={550}>{t('erase.number', { number: one.number })}</Text>
              <Text size="sm" c="dimmed" truncate>
                {[t(`erase.asker.${one.askedBy}`), one.reference, brands.find(({ id }) => id === one.brand)?.name].filter(Boolean).join(' · ')}
              </Text>
            </div>
            <Group gap="xs" wrap="nowrap">
              <Badge variant="light">{t(`erase.state.${one.state}`)}</Badge>
              <Text size="sm" c="dimmed" className="numbers">{format.date(one.finishedAt ?? one.requestedAt)}</Text>
            </Group>
          </Link>
        </li>
      ))}
    </ul>
  );
}
