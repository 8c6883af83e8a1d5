import { SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { places } from '../features';
import { useSession } from '../session';
import { Empty } from '../states/Empty';
import classes from './SettingsPage.module.css';

/** Every settings page one may open; features add themselves with `group: 'settings'`. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const mine = places.filter((place) => place.group === 'settings' && may(place.permission));
  return (
    <>
      <Title order={1} mb="lg">{t('settings.place')}</Title>
      {mine.length === 0 && <Empty title={t('settings.none')} />}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {mine.map((place) => (
          <Link key={place.path} to={place.path} className={classes.card}>
            <place.icon size={24} stroke={1.6} />
            <div>
              <Text fw={600}>{t(place.label)}</Text>
              {place.description && <Text size="sm" c="dimmed">{t(place.description)}</Text>}
            </div>
          </Link>
        ))}
      </SimpleGrid>
    </>
  );
}
