import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Select, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { states, useSubStates, type SubStates } from './api';
import { SubStatesDrawer } from './SubStatesDrawer';

/** How cases of a brand stand within their state, for the three states in which they are not solved. */
export default function SubStatesPage() {
  const { t, i18n } = useTranslation('contacts');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  const brand = brands.find((one) => one.id === search.get('brand'))?.id ?? brands[0]?.id;
  if (!brand) return <Empty title={t('rules.noBrand')}>{t('rules.noBrandHelp')}</Empty>;
  return (
    <>
      <PageHead title={t('subStates.title')} lead={t('subStates.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('rules.brand')} allowDeselect={false} w={220} value={brand} onChange={(next) => next && setSearch({ brand: next }, { replace: true })}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
      </PageHead>
      <OfBrand key={brand} brand={brand} dutch={i18n.language === 'nl'} />
    </>
  );
}

function OfBrand({ brand, dutch }: { brand: string; dutch: boolean }) {
  const { t } = useTranslation('contacts');
  const list = useSubStates(brand);
  const [editing, setEditing] = useState<SubStates>();
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const change = <Button variant="default" mb="md" leftSection={<IconPencil size={16} />} onClick={() => setEditing(list.data)}>{t('subStates.change')}</Button>;
  const theirs = editing && editing.version !== list.data.version ? () => setEditing(list.data) : undefined;
  return (
    <>
      {list.data.subStates.length === 0 ? <Empty title={t('subStates.none')} action={change} height={200}>{t('subStates.noneHelp')}</Empty> : (
        <>
          {change}
          {states.map((state) => {
            const of = list.data.subStates.filter((one) => one.state === state);
            return (
              <section key={state} aria-label={t(`subStates.state.${state}`)}>
                <Title order={2} size="h4" mt="sm">{t(`subStates.state.${state}`)}</Title>
                {of.length === 0 && <Text c="dimmed" size="sm">{t('subStates.noneHere')}</Text>}
                <ul>
                  {of.map((one) => (
                    <li key={one.id}>
                      <Text span c={one.archived ? 'dimmed' : undefined}>{dutch ? one.nameNl : one.nameEn}</Text>
                      {one.comesBackDays && <Text span c="dimmed" size="sm">{' · '}{t('subStates.comesBack', { count: one.comesBackDays })}</Text>}
                      {one.archived && <Badge ml="xs" variant="light" color="gray">{t('subStates.archived')}</Badge>}
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      )}
      {editing && <SubStatesDrawer key={editing.version} brand={brand} opened={editing} theirs={theirs} onClose={() => setEditing(undefined)} />}
    </>
  );
}
