import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCalendars, useFollowChanges, useHours, useSites } from './api';
import { BrandChoice, NoBrand, useBrandChoice } from './BrandChoice';
import { HoursForm } from './HoursForm';

export default function HoursPage() {
  const { t } = useTranslation('organisation');
  const brand = useBrandChoice();
  const hours = useHours(brand);
  const [version, setVersion] = useState(0);
  const calendars = useCalendars();
  const sites = useSites();
  useFollowChanges();
  const failed = [hours, calendars, sites].find((query) => query.isError);
  return (
    <>
      <PageHead title={t('hours.title')} lead={t('hours.lead')}>{brand && <BrandChoice value={brand} />}</PageHead>
      {!brand ? <NoBrand /> : failed ? <Failed error={failed.error} onRetry={() => void failed.refetch()} />
        : !hours.data || !calendars.data || !sites.data ? <Loading />
          : calendars.data.length === 0 ? (
            <Empty title={t('calendars.none')} action={<Button component={Link} to="/settings/calendars">{t('calendars.add')}</Button>}>{t('hours.needCalendar')}</Empty>
          ) : <HoursForm key={`${brand} ${version}`} onReplace={() => setVersion(version + 1)} brand={brand} hours={hours.data} calendars={calendars.data} sites={sites.data} />}
    </>
  );
}
