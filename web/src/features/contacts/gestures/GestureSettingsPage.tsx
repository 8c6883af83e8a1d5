import { useFormat } from '@app/format';
import type { GestureChoice } from '@app/gestures/api';
import { KindIcon, useGestureName } from '@app/gestures/kinds';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Group, Select, Stack, Switch, Text, Title, UnstyledButton } from '@mantine/core';
import { IconGift, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCatalogue, useFollowSettings } from './api';
import { ChoiceForm } from './ChoiceForm';
import classes from './Gestures.module.css';
import { TermsSection } from './TermsSection';

/** What a brand may give, who may give how much without asking, and what a team has for a month. */
export default function GestureSettingsPage() {
  const { t } = useTranslation('contacts');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  useFollowSettings();
  const brand = brands.find((one) => one.id === search.get('brand')) ?? brands[0];
  if (!brand) return <Empty title={t('giftSettings.noBrand')} />;
  return (
    <>
      <PageHead title={t('giftSettings.title')} lead={t('giftSettings.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('gestures.brand')} allowDeselect={false} w={220} value={brand.id} data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(id) => id && setSearch({ brand: id }, { replace: true })} />
        )}
      </PageHead>
      <Stack gap="xl" maw={820}>
        <Catalogue key={brand.id} brand={brand.id} />
        <TermsSection key={`terms-${brand.id}`} brand={brand.id} />
      </Stack>
    </>
  );
}

function Catalogue({ brand }: { brand: string }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const name = useGestureName();
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  const [open, setOpen] = useState<{ choice?: GestureChoice } | null>(null);
  const list = useCatalogue(brand, archived, search);
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('giftSettings.add')}</Button>;
  return (
    <section aria-labelledby="catalogue">
      <Group justify="space-between" mb="sm"><Title order={2} size="h3" id="catalogue">{t('giftSettings.catalogue')}</Title>{add}</Group>
      <Group mb="sm">
        <SearchField value={search} onChange={setSearch} label={t('giftSettings.search')} />
        <Switch label={t('giftSettings.showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
      </Group>
      {list.isPending ? <Loading height={160} /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} height={160} /> : list.items.length === 0 ? (
        <Empty icon={IconGift} height={180} title={t(search ? 'giftSettings.noneFound' : 'giftSettings.none')}>{!search && t('giftSettings.noneHelp')}</Empty>
      ) : (
        <ul className={classes.list}>
          {list.items.map((one) => (
            <li key={one.id}>
              <UnstyledButton className={classes.row} onClick={() => setOpen({ choice: one })}>
                <Group gap={10} wrap="nowrap" style={{ minWidth: 0 }}><KindIcon kind={one.kind} size={18} /><Text fw={550} c={one.archived ? 'dimmed' : undefined} style={{ overflowWrap: 'anywhere' }}>{name(one)}</Text></Group>
                <Group gap="xs" wrap="nowrap">
                  {one.archived && <Badge variant="light" color="gray">{t('giftSettings.archived')}</Badge>}
                  <Text size="sm" c="dimmed" className="numbers">{one.free ? t('giftSettings.upTo', { amount: format.money(one.amountMinor, one.currency) }) : format.money(one.amountMinor, one.currency)}</Text>
                </Group>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <More {...list} />
      {open && <ChoiceForm key={JSON.stringify(open)} brand={brand} choice={open.choice} all={list.items} onReplace={(choice) => setOpen({ choice })} onClose={() => setOpen(null)} />}
    </section>
  );
}
