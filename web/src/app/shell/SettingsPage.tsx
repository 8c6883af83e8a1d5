import { SimpleGrid, Text, Title } from '@mantine/core';
import { IconHeartHandshake, IconRocket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { settingsSections, type Place } from '../feature';
import { places } from '../features';
import { useSession } from '../session';
import { starters } from '../start/steps';
import classes from './SettingsPage.module.css';

const own: Place[] = [
  { path: '/start', label: 'app:start.title', description: 'app:start.about', icon: IconRocket, permission: starters, group: 'settings', section: 'company', order: 0 },
  { path: '/about', label: 'app:about.title', description: 'app:about.about', icon: IconHeartHandshake, group: 'settings', section: 'technical', order: 99 },
];

/** Every settings page one may open, by subject; features add themselves with `group: 'settings'` and a `section`. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const mine = [...places, ...own].filter((place) => place.group === 'settings' && may(place.permission)).sort((a, b) => a.order - b.order);
  return (
    <>
      <Title order={1} mb="lg">{t('settings.place')}</Title>
      {settingsSections.map((section) => {
        const here = mine.filter((place) => (place.section ?? 'technical') === section);
        return here.length > 0 && (
          <section key={section} aria-labelledby={`settings-${section}`} className={classes.section}>
            <Title order={2} size="h4" id={`settings-${section}`} mb="sm">{t(`settings.sections.${section}`)}</Title>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
              {here.map((place) => (
                <Link key={place.path} to={place.path} className={classes.card}>
                  <place.icon size={24} stroke={1.6} />
                  <div>
                    <Text fw={600}>{t(place.label)}</Text>
                    {place.description && <Text size="sm" c="dimmed">{t(place.description)}</Text>}
                  </div>
                </Link>
              ))}
            </SimpleGrid>
          </section>
        );
      })}
    </>
  );
}
