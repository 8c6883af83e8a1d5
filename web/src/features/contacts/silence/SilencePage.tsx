import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Group, Select, SimpleGrid, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSilence, useSilenceFigures, useSilencePreview, type SilenceSettings } from './api';
import { SilenceDrawer } from './SilenceDrawer';

/** What a brand does when a customer does not answer, and what came of it. */
export default function SilencePage() {
  const { t } = useTranslation('contacts');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  const brand = brands.find((one) => one.id === search.get('brand'))?.id ?? brands[0]?.id;
  if (!brand) return <Empty title={t('rules.noBrand')}>{t('rules.noBrandHelp')}</Empty>;
  return (
    <>
      <PageHead title={t('silence.title')} lead={t('silence.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('rules.brand')} allowDeselect={false} w={220} value={brand} onChange={(next) => next && setSearch({ brand: next }, { replace: true })}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
      </PageHead>
      <OfBrand key={brand} brand={brand} />
    </>
  );
}

function OfBrand({ brand }: { brand: string }) {
  const { t } = useTranslation('contacts');
  const settings = useSilence(brand);
  const [editing, setEditing] = useState<SilenceSettings>();
  if (settings.isPending) return <Loading />;
  if (settings.isError) return <Failed error={settings.error} onRetry={() => void settings.refetch()} />;
  const { active, remindDays, solveDays, tellsClosing, asksFeedback, mostPerDay, version } = settings.data;
  const theirs = editing && editing.version !== version ? () => setEditing(settings.data) : undefined;
  return (
    <div style={{ maxWidth: 760 }}>
      <section aria-label={t('silence.rule')}>
        <Group gap="sm" mb={6}>
          <Badge variant="light" color={active ? 'teal' : 'gray'}>{t(active ? 'silence.on' : 'silence.off')}</Badge>
          {active && <Text fw={600}>{t('silence.says', { remind: t('silence.dayCount', { count: remindDays }), solve: t('silence.dayCount', { count: solveDays }) })}</Text>}
        </Group>
        {active
          ? <Text size="sm" c="dimmed">{t(tellsClosing ? 'silence.tells' : 'silence.tellsNot')} {t(asksFeedback ? 'silence.asks' : 'silence.asksNot')} {t('silence.atMost', { count: mostPerDay })}</Text>
          : <Text size="sm" c="dimmed">{t('silence.offHelp')}</Text>}
        <Now brand={brand} settings={settings.data} />
        <Button mt="md" variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(settings.data)}>{t(active ? 'silence.change' : 'silence.switchOn')}</Button>
      </section>
      <Done brand={brand} />
      {editing && <SilenceDrawer key={editing.version} brand={brand} opened={editing} theirs={theirs} onClose={() => setEditing(undefined)} />}
    </div>
  );
}

/** What waits now, and what happens within a day. */
function Now({ brand, settings: { active, remindDays, solveDays } }: { brand: string; settings: SilenceSettings }) {
  const { t } = useTranslation('contacts');
  const preview = useSilencePreview(brand, remindDays, solveDays);
  if (preview.isPending) return <Loading height={40} />;
  if (preview.isError) return <Failed error={preview.error} onRetry={() => void preview.refetch()} height={80} />;
  const { waiting, unreachable, remindsSoon, solvesSoon } = preview.data;
  return (
    <Text size="sm" mt="sm">
      {t('silence.waiting', { count: waiting })} {unreachable > 0 && t('silence.unreachable', { count: unreachable })}{' '}
      {active && t('silence.withinADay', { reminded: t('silence.reminders', { count: remindsSoon }), solved: t('silence.solved', { count: solvesSoon }) })}
    </Text>
  );
}

const shown = ['reminded', 'answered', 'solved', 'reopened'] as const;

function Done({ brand }: { brand: string }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const figures = useSilenceFigures(brand);
  return (
    <section aria-labelledby="silence-done" style={{ marginTop: 32 }}>
      <Title order={2} size="h4" id="silence-done" mb="sm">{t('silence.done')}</Title>
      {figures.isPending && <Loading height={120} />}
      {figures.isError && <Failed error={figures.error} onRetry={() => void figures.refetch()} height={120} />}
      {figures.data && (
        <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} m={0}>
          {shown.map((one) => (
            <div key={one}>
              <Text component="dt" size="sm" fw={600}>{t(`silence.figure.${one}`)}</Text>
              <Text component="dd" m={0} fz="xl" fw={650} className="numbers">{format.number(figures.data[one])}</Text>
              <Text component="dd" m={0} size="sm" c="dimmed">{t(`silence.definition.${one}`)}</Text>
            </div>
          ))}
        </SimpleGrid>
      )}
    </section>
  );
}
