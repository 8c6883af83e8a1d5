import { Empty } from '@app/states';
import { useUser } from '@app/session';
import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

/** Everything of a brand waits for the first brand. */
export function NoBrand() {
  const { t } = useTranslation('organisation');
  return <Empty title={t('brands.none')} action={<Button component={Link} to="/settings/brands">{t('brands.add')}</Button>}>{t('brands.noneHelp')}</Empty>;
}

/** Which brand a page is about; stands in the address. */
export function useBrandChoice() {
  const { brands } = useUser();
  const [search] = useSearchParams();
  const asked = search.get('brand');
  return brands.find((brand) => brand.id === asked)?.id ?? brands[0]?.id;
}

export function BrandChoice({ value }: { value: string | undefined }) {
  const { t } = useTranslation('organisation');
  const { brands } = useUser();
  const [, setSearch] = useSearchParams();
  return (
    <Select aria-label={t('brand')} allowDeselect={false} w={220} value={value ?? null} onChange={(brand) => brand && setSearch({ brand }, { replace: true })}
      data={brands.map((brand) => ({ value: brand.id, label: brand.name }))} />
  );
}
