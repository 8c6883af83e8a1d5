import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { Figure } from '@app/number/Figure';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileOf, useFigures, type Counted, type Figures as Numbers } from './api';
import { Filters } from './Filters';
import { Groups } from './Groups';
import { Moved } from './Moved';
import { useFilter } from './useFilter';

/** How often contacts are handed over and customers come again, and the way to the contacts behind each number. */
export default function TransfersPage() {
  const { t } = useTranslation('contacts');
  const { may } = useSession();
  const { filter, days } = useFilter();
  const figures = useFigures(filter);
  return (
    <Stack gap="lg" maw={1100}>
      <PageHead title={t('transfers.title')} lead={t('transfers.lead')}>
        {may('contacts.view') && <Button component="a" href={fileOf(filter, 'ALL')} download variant="default" leftSection={<IconDownload size={16} />}>{t('transfers.file')}</Button>}
      </PageHead>
      <Filters />
      {figures.isPending ? <Loading height={120} /> : figures.isError ? <Failed error={figures.error} onRetry={() => void figures.refetch()} height={120} />
        : figures.data.contacts === 0 ? <Empty icon={IconArrowsExchange} title={t('transfers.none')} height={180}>{t('transfers.noneHelp')}</Empty> : (
          <>
            <Figures figures={figures.data} />
            <Moved />
            <Groups />
          </>
        )}
      <section aria-labelledby="definitions">
        <Title order={2} size="h4" id="definitions">{t('transfers.definitions')}</Title>
        <ul>
          {(['counted', 'transferred', 'repeats', 'moreInCase', 'share'] as const).map((one) => <li key={one}><Text size="sm" c="dimmed">{t(`transfers.definition.${one}`, { count: Number(days) })}</Text></li>)}
        </ul>
      </section>
    </Stack>
  );
}

function Figures({ figures }: { figures: Numbers }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { days } = useFilter();
  const share = { days: Number(days) };
  return (
    <section aria-label={t('transfers.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="lg">
        <Shown which="ALL" label={t('transfers.contacts')} definition={t('transfers.definition.counted')} value={figures.contacts}
          nText={t('transfers.perContact', { count: figures.transfers, transfers: format.number(figures.transfers), per: format.fine(figures.perContact ?? 0) })} />
        <Of which="TRANSFERRED" counted={figures.transferred} {...share} />
        <Of which="TWICE" counted={figures.twice} {...share} />
        <Of which="REPEATED" counted={figures.repeats} {...share} />
        <Of which="MORE_IN_CASE" counted={figures.moreInCase} {...share} />
      </SimpleGrid>
    </section>
  );
}

const definitions = { TRANSFERRED: 'transferred', TWICE: 'transferred', REPEATED: 'repeats', MORE_IN_CASE: 'moreInCase' } as const;

function Of({ which, counted, days }: { which: keyof typeof definitions; counted: Counted; days: number }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { share } = counted;
  return (
    <Shown which={which} label={t(`transfers.which.${which}`, { count: days })} definition={t(`transfers.definition.${definitions[which]}`, { count: days })}
      value={share?.percent} interval={share && [share.interval.low, share.interval.high]} write={format.hundredths}
      nText={t('transfers.of', { count: format.number(counted.count), n: format.number(counted.n) })} />
  );
}

interface ShownProps { which: string; label: string; definition: string; value?: number; interval?: [number, number]; write?: (value: number) => string; nText: string }

function Shown({ which, ...figure }: ShownProps) {
  const { may } = useSession();
  const { behind } = useFilter();
  return <Figure {...figure} to={may('contacts.view') ? behind({ which }) : undefined} />;
}
