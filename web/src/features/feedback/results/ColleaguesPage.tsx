import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Button, Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconUserShield, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useColleagues, usePersonalScoreRule, useScoreOf } from '../api';
import classes from '../listen/Listen.module.css';
import { lastDays, useZones } from '../listen/useListenPlace';
import type { Colleague, PersonalScoreRule } from '../types';
import { Score } from './Score';

const periods = [91, 182, 364];

/** The score of one colleague at a time, for the purpose that was agreed; who is looked at hears of it. */
export default function ColleaguesPage() {
  const { t } = useTranslation('feedback');
  const { may } = useSession();
  const rule = usePersonalScoreRule();
  const on = rule.data?.rule;
  const colleagues = useColleagues(on !== undefined);
  return (
    <Stack gap="md" className={classes.page} maw={820}>
      <div>
        <Title order={1}>{t('colleagues.place')}</Title>
        <Text c="dimmed">{t('colleagues.lead')}</Text>
      </div>
      {(rule.isPending || (on && colleagues.isPending)) && <Loading />}
      {rule.isError && <Failed error={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.isSuccess && !on && (
        <Empty icon={IconUserShield} title={t('personal.isOff')}>
          {t('colleagues.off')} {may('feedback.configure') && <Anchor component={Link} to="/settings/personal-scores">{t('colleagues.record')}</Anchor>}
        </Empty>
      )}
      {colleagues.isError && <Failed error={colleagues.error} onRetry={() => void colleagues.refetch()} />}
      {on && colleagues.data && (colleagues.data.length === 0
        ? <Empty icon={IconUsers} title={t('colleagues.none')}>{t('colleagues.noneHelp')}</Empty>
        : <OneOf colleagues={colleagues.data} rule={on} />)}
    </Stack>
  );
}

function OneOf({ colleagues, rule }: { colleagues: Colleague[]; rule: PersonalScoreRule }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const [chosen, choose] = useState<string | null>(null);
  const [shown, show] = useState<string>();
  const [days, setDays] = useState(periods[0]!);
  const { from, to } = lastDays(days, useZones());
  const score = useScoreOf(shown, from, to);
  const one = colleagues.find(({ id }) => id === chosen);
  const label = ({ name, teams }: Colleague) => (teams.length > 0 ? `${name} (${teams.join(', ')})` : name);
  return (
    <>
      <Text size="sm">{t('colleagues.agreed', { purpose: rule.purpose, agreedWith: rule.agreedWith, day: format.date(rule.agreedOn) })}</Text>
      <Group align="flex-end" gap="sm">
        <Select label={t('colleagues.who')} placeholder={t('colleagues.choose')} searchable nothingFoundMessage={t('colleagues.notFound')} w={320} maw="100%"
          data={colleagues.map((each) => ({ value: each.id, label: label(each) }))} value={chosen} onChange={(id) => { choose(id); show(undefined); }} />
        <SegmentedControl aria-label={t('colleagues.period')} value={String(days)} onChange={(value) => setDays(Number(value))}
          data={periods.map((each) => ({ value: String(each), label: t('colleagues.weeks', { count: each / 7 }) }))} />
      </Group>
      {one && shown !== one.id && (
        <section className={classes.card}>
          <Text mb="sm">{t('colleagues.hears', { name: one.name })}</Text>
          <Button leftSection={<IconEye size={18} />} onClick={() => show(one.id)}>{t('colleagues.show')}</Button>
        </section>
      )}
      {one && shown === one.id && (
        <section className={classes.card} aria-label={t('colleagues.scoreOf', { name: one.name })}>
          <Title order={2} size="h3" mb="sm">{one.name}</Title>
          {score.isPending && <Loading />}
          {score.isError && <Failed error={score.error} onRetry={() => void score.refetch()} />}
          {score.data && <Score score={score.data} days={days} fair="colleagues.fair" />}
        </section>
      )}
    </>
  );
}
