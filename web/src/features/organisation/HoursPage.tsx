import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCalendars, useHours, useSites } from './api';
import { BrandChoice, useBrandChoice } from './BrandChoice';
import { HoursForm } from './HoursForm';

export default function HoursPage() {
  const { t } = useTranslation('organisation');
  const brand = useBrandChoice();
  const hours = useHours(brand);
  const calendars = useCalendars();
  const sites = useSites();
  const failed = [hours, calendars, sites].find((query) => query.isError);
  return (
    <>
      <PageHead title={t('hours.title')} lead={t('hours.lead')} up={{ to: '/settings', label: t('app:settings.place') }}><BrandChoice value={brand} /></PageHead>
      {failed ? <Failed error={failed.error} onRetry={() => void failed.refetch()} />
        : !hours.data || !calendars.data || !sites.data || !brand ? <Loading />
          : calendars.data.length === 0 ? (
            <Empty title={t('calendars.none')} action={<Button component={Link} to="/settings/calendars">{t('calendars.add')}</Button>}>{t('hours.needCalendar')}</Empty>
          ) : <HoursForm key={brand} brand={brand} hours={hours.data} calendars={calendars.data} sites={sites.data} />}
    </>
  );
}
