import { useAnnounce } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Alert, Anchor, Button, Code, FileInput, Group, Progress, Select, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importOrders, useImports, useRefused, type Import } from './api';
import classes from './Customers.module.css';

export default function ImportPage() {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const format = useFormat();
  const [brand, setBrand] = useState<string | null>(brands[0]?.id ?? null);
  const [file, setFile] = useState<File | null>(null);
  const bring = useMutation({
    mutationFn: () => importOrders(brand!, file!),
    onSuccess: (done) => {
      announce(t('import.done', { count: done.stored, number: format.number(done.stored) }));
      setFile(null);
      void queries.invalidateQueries({ queryKey: ['customers'] });
    },
  });
  return (
    <>
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <section className={classes.card}>
        <form onSubmit={(event) => { event.preventDefault(); if (brand && file) bring.mutate(); }}>
          <Stack>
            {brands.length > 1 && (
              <Select label={t('brand')} value={brand} onChange={setBrand} allowDeselect={false} maw={420}
                data={brands.map((one) => ({ value: one.id, label: one.name }))} />
            )}
            <FileInput label={t('import.file')} placeholder={t('import.choose')} accept=".csv,text/csv" value={file} onChange={setFile} clearable maw={420}
              clearButtonProps={{ 'aria-label': t('app:clear') }} />
            <Text size="sm" c="dimmed">{t('import.columns')} <Code>{t('import.required')}</Code> {t('import.optional')} <Code>{t('import.others')}</Code></Text>
            <ProblemNote error={bring.error} />
            {bring.isPending && <Progress value={100} animated striped aria-label={t('import.busy')} />}
            <Group><Button type="submit" disabled={!brand || !file} loading={bring.isPending} leftSection={<IconFileImport size={16} />}>{t('import.start')}</Button></Group>
          </Stack>
        </form>
      </section>
      {bring.data && <Result done={bring.data} />}
      <Past />
    </>
  );
}

function Result({ done }: { done: Import }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const refused = useRefused(done.refused > 0 ? done.id : undefined);
  return (
    <Stack mt="lg">
      <Alert variant="light" color={done.refused ? 'orange' : 'teal'} icon={<IconCircleCheck />} title={t('import.done', { count: done.stored, number: format.number(done.stored) })}>
        {done.refused > 0 && (
          <Group justify="space-between">
            <span>{t('import.refused', { count: done.refused })}</span>
            <Button component="a" href={`/api/orders/imports/${done.id}/refused.csv`} download variant="light" leftSection={<IconDownload size={16} />}>{t('import.download')}</Button>
          </Group>
        )}
      </Alert>
      {refused.data && (
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th>{t('import.line')}</Table.Th><Table.Th>{t('import.column')}</Table.Th><Table.Th>{t('import.problem')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {refused.data.map((row) => (
                <Table.Tr key={`${row.line} ${row.column}`}><Table.Td className="numbers">{row.line}</Table.Td><Table.Td><Code>{row.column}</Code></Table.Td><Table.Td>{row.message}</Table.Td></Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Past() {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const list = useImports();
  return (
    <section aria-labelledby="past-imports">
      <Title order={2} size="h3" id="past-imports" mt="xl" mb="sm">{t('import.past')}</Title>
      {list.isPending ? <Loading height={120} /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? (
        <Empty icon={IconFileImport} height={160} title={t('import.none')}>{t('import.noneHelp')}</Empty>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th>{t('import.file')}</Table.Th><Table.Th>{t('import.when')}</Table.Th><Table.Th>{t('import.who')}</Table.Th><Table.Th ta="right">{t('import.stored')}</Table.Th><Table.Th ta="right">{t('import.refusedShort')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {list.items.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{one.fileName}</Table.Td>
                  <Table.Td>{format.dateTime(one.startedAt)}{!one.finishedAt && <Text size="xs" c="dimmed">{t('import.unfinished')}</Text>}</Table.Td>
                  <Table.Td>{one.userName}</Table.Td>
                  <Table.Td ta="right" className="numbers">{format.number(one.stored)}</Table.Td>
                  <Table.Td ta="right" className="numbers">{one.refused > 0 ? <Anchor href={`/api/orders/imports/${one.id}/refused.csv`} download>{format.number(one.refused)}</Anchor> : format.number(0)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <More {...list} />
    </section>
  );
}
