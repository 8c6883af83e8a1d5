import { SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { settingsSections } from '../feature';
import { places } from '../features';
import { useSession } from '../session';
import classes from './SettingsPage.module.css';

/** Every settings page one may open, by subject; features add themselves with `group: 'settings'` and a `section`. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const mine = places.filter((place) => place.group === 'settings' && may(place.permission));
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
