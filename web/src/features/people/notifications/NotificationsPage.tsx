import { PageHead } from '@app/list/PageHead';
import { useChangeNotifications, useNotificationSettings } from '@app/notify/api';
import type { NotificationSettings, Ways } from '@app/notify/choose';
import { newsKinds, type NewsKind } from '@app/notify/news';
import { playSound } from '@app/notify/sound';
import { Failed, Loading } from '@app/states';
import { Button, Group, Slider, Stack, Switch, Text, Title } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../People.module.css';
import { InThisBrowser } from './InThisBrowser';
import own from './Notifications.module.css';

/** What one hears of, where, and how loud. */
export default function NotificationsPage() {
  const { t } = useTranslation('people');
  const settings = useNotificationSettings();
  return (
    <Stack maw={720} gap="lg">
      <div><PageHead title={t('notifications.title')} lead={t('notifications.lead')} /></div>
      {settings.data ? <Chosen settings={settings.data} />
        : settings.isError ? <Failed error={settings.error} onRetry={() => void settings.refetch()} /> : <Loading height={320} />}
    </Stack>
  );
}

function Chosen({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation('people');
  const change = useChangeNotifications();
  const set = change.mutate;
  const setWay = (kind: NewsKind, way: keyof Ways, on: boolean) => set({ ways: { [kind]: { ...settings.ways[kind], [way]: on } } });
  return (
    <>
      <section className={classes.card}>
        <Title order={2} size="h4" mb={4}>{t('notifications.browser')}</Title>
        <Text size="sm" c="dimmed" mb="md">{t('notifications.why')}</Text>
        <InThisBrowser />
        <Switch mt="lg" label={t('notifications.subject')} description={t('notifications.subjectHelp')} checked={settings.showsSubject}
          onChange={(event) => set({ showsSubject: event.currentTarget.checked })} />
      </section>
      <section className={classes.card}>
        <Title order={2} size="h4" mb={4}>{t('notifications.kinds')}</Title>
        <Text size="sm" c="dimmed">{t('notifications.seen')}</Text>
        {newsKinds.map((kind) => <Kind key={kind} kind={kind} ways={settings.ways[kind]} onChange={(way, on) => setWay(kind, way, on)} />)}
      </section>
      <Sound volume={settings.volume} onChange={(volume) => set({ volume })} />
    </>
  );
}

const ways = ['onScreen', 'browser', 'sound'] as const;

function Kind({ kind, ways: chosen, onChange }: { kind: NewsKind; ways: Ways; onChange: (way: keyof Ways, on: boolean) => void }) {
  const { t } = useTranslation('people');
  return (
    <div role="group" className={own.kind} aria-labelledby={`news-${kind}`} aria-describedby={`news-help-${kind}`}>
      <div>
        <Text fw={600} id={`news-${kind}`}>{t(`notifications.kind.${kind}.name`)}</Text>
        <Text size="sm" c="dimmed" id={`news-help-${kind}`}>{t(`notifications.kind.${kind}.help`)}</Text>
      </div>
      <div className={own.ways}>
        {ways.map((way) => (
          <Switch key={way} label={t(`notifications.ways.${way}`)} checked={chosen[way]} onChange={(event) => onChange(way, event.currentTarget.checked)} />
        ))}
      </div>
    </div>
  );
}

function Sound({ volume, onChange }: { volume: number; onChange: (volume: number) => void }) {
  const { t } = useTranslation('people');
  const [now, setNow] = useState(volume);
  useEffect(() => setNow(volume), [volume]);
  const words = (value: number) => t('notifications.volumeNow', { volume: value });
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb={4}>{t('notifications.sound')}</Title>
      <Text size="sm" c="dimmed" mb="md">{t('notifications.soundHelp')}</Text>
      <Text size="sm" fw={500} mb={6} aria-hidden="true">{t('notifications.volume')} · {words(now)}</Text>
      <Group wrap="nowrap" gap="lg">
        <Slider flex={1} step={5} label={null} value={now} onChange={setNow} onChangeEnd={onChange}
          thumbLabel={t('notifications.volume')} thumbProps={{ 'aria-valuetext': words(now) }} />
        <Button variant="default" leftSection={<IconVolume size={16} />} onClick={() => playSound(now)}>{t('notifications.play')}</Button>
      </Group>
    </section>
  );
}
