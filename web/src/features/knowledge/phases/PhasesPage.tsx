import { Meanwhile } from '@app/form/Meanwhile';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowPhases, usePhases, type Phases } from '../api';
import { useAddress } from '../useAddress';
import { PhasesForm } from './PhasesForm';

/** The phases of a talk per brand, and over which channels they are shown. */
export default function PhasesPage() {
  const { t } = useTranslation('knowledge');
  const { brands } = useUser();
  const { params, set } = useAddress();
  const brand = brands.find((one) => one.id === params.get('brand')) ?? brands[0];
  const phases = usePhases(brand?.id);
  useFollowPhases(brand?.id);
  if (!brand) return <Empty title={t('noBrand')} />;
  return (
    <>
      <PageHead title={t('phases.title')} lead={t('phases.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('brand')} allowDeselect={false} w={220} value={brand.id} data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
      </PageHead>
      {phases.isPending && <Loading />}
      {phases.isError && <Failed error={phases.error} onRetry={() => void phases.refetch()} />}
      {phases.data && <Opened key={brand.id} brand={brand.id} now={phases.data} />}
    </>
  );
}

function Opened({ brand, now }: { brand: string; now: Phases }) {
  const [mine, setMine] = useState(now);
  return (
    <>
      {now.version > mine.version && <Meanwhile onShow={() => setMine(now)} />}
      <PhasesForm key={mine.version} brand={brand} phases={mine} onKept={setMine} />
    </>
  );
}
