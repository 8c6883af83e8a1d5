import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Radio, Select, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { sameCaseKey, storeSameCase, useSameCase, type SameCaseMode } from './sameCase';

const modes: SameCaseMode[] = ['OFF', 'SUGGEST', 'ATTACH'];

/** What a brand does with a conversation about the same order and reason as an open case of its customer. */
export default function SameCasePage() {
  const { t } = useTranslation('desk');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  const brand = brands.find((one) => one.id === search.get('brand'))?.id ?? brands[0]?.id;
  if (!brand) return <Empty title={t('sameCase.noBrand')} />;
  return (
    <>
      <PageHead title={t('sameCase.title')} lead={t('sameCase.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('sameCase.brand')} allowDeselect={false} w={220} value={brand} onChange={(next) => next && setSearch({ brand: next }, { replace: true })}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
      </PageHead>
      <Choice key={brand} brand={brand} />
    </>
  );
}

function Choice({ brand }: { brand: string }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const chosen = useSameCase(brand);
  const choose = useMutation({
    mutationFn: (mode: SameCaseMode) => storeSameCase(brand, { mode, version: chosen.data!.version }),
    onSuccess: () => toastDone(t('app:saved')),
    onSettled: () => queries.invalidateQueries({ queryKey: sameCaseKey(brand) }),
  });
  if (chosen.isPending) return <Loading height={200} />;
  if (chosen.isError) return <Failed error={chosen.error} onRetry={() => void chosen.refetch()} height={200} />;
  return (
    <Stack maw={720}>
      <Radio.Group aria-label={t('sameCase.title')} value={choose.isPending ? choose.variables : chosen.data.mode} onChange={(mode) => choose.mutate(mode as SameCaseMode)}>
        <Stack gap="md">{modes.map((mode) => <Radio key={mode} value={mode} disabled={choose.isPending} label={t(`sameCase.mode.${mode}`)} description={t(`sameCase.help.${mode}`)} />)}</Stack>
      </Radio.Group>
      <ProblemNote error={choose.error} />
    </Stack>
  );
}
