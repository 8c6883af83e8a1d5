import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty } from '@app/states';
import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { guidelines, key, type Content } from '../api';
import { useAddress } from '../useAddress';
import { GuidelineForm } from './GuidelineForm';
import { emptyStep } from './StepFields';

const nothing: Content = {
  titleNl: '', titleEn: '', purposeNl: '', purposeEn: '', ruleNl: '', ruleEn: '', expectNl: '', expectEn: '', reasons: [], stages: [], channels: [], steps: [emptyStep],
};

/** Begins a guideline; it holds for nobody until it is published. */
export default function NewGuidelinePage() {
  const { t } = useTranslation('knowledge');
  const { brands } = useUser();
  const { params, set } = useAddress();
  const go = useNavigate();
  const queries = useQueryClient();
  const brand = brands.find((one) => one.id === params.get('brand')) ?? brands[0];
  if (!brand) return <Empty title={t('noBrand')} />;
  return (
    <>
      <PageHead title={t('add')} lead={t('addLead')} up={{ to: '/guidelines', label: t('place') }}>
        {brands.length > 1 && (
          <Select aria-label={t('brand')} allowDeselect={false} w={220} value={brand.id} data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
      </PageHead>
      <GuidelineForm brand={brand.id} content={nothing} onSave={async (content) => {
        const { id } = await guidelines.create(brand.id, content);
        await queries.invalidateQueries({ queryKey: key });
        return () => void go(`/guidelines/${id}`, { replace: true });
      }} />
    </>
  );
}
