import { Drawer, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../clock';
import { useFormat } from '../format';
import { Failed, Loading } from '../states';
import { useWhy, type Group, type Now } from './api';
import { StepLine, useSaid } from './StepLine';
import classes from './Why.module.css';

interface Props { contact: string; opened: boolean; onClose: () => void }

/** Why a contact is where it is: how it stands now if it waits, and what became of it until now. */
export function Why({ contact, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer opened={opened} onClose={onClose} title={t('why.title')} position="right" size={480} closeButtonProps={{ 'aria-label': t('close') }}>
      {opened && <WhyStory contact={contact} />}
    </Drawer>
  );
}

export function WhyStory({ contact }: { contact: string }) {
  const { t } = useTranslation();
  const why = useWhy(contact, true);
  if (why.isPending) return <Loading height={160} />;
  if (why.isError) return <Failed error={why.error} onRetry={() => void why.refetch()} height={200} />;
  const { now, steps } = why.data;
  return (
    <>
      {now && <Waits now={now} />}
      <Title order={3} size="h4" mb="sm">{t('why.happened')}</Title>
      {steps.length === 0
        ? <Text size="sm" c="dimmed">{t('why.nothing')}</Text>
        : <ol className={classes.steps}>{steps.map((step, index) => <StepLine key={index} step={step} />)}</ol>}
    </>
  );
}

/** Those who could do it, whether or not they can be asked at this moment. */
const fits = (group: Group) => group.how !== 'LATER' && group.how !== 'TURN' && group.how !== 'SKILLS' && group.how !== 'COMPANY';
const sum = (groups: Group[]) => groups.reduce((all, group) => all + group.count, 0);

/** What adds up to how pressing it is, without what adds nothing. */
const points = ({ points: _, queue, ...parts }: Now['pressing']) =>
  [['queue', queue] as const, ...(['contact', 'promise', 'waited'] as const).map((part) => [part, parts[part]] as const).filter(([, score]) => Math.round(score) !== 0)];

function Waits({ now }: { now: Now }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  const clock = useNow();
  const fitting = now.people.filter(fits);
  const count = sum(fitting);
  return (
    <section className={classes.now} aria-label={t('why.now')}>
      <Text fw={600}>{t('why.waits', { queue: now.queueName, span: format.span(clock - Date.parse(now.waitingSince)) })}</Text>
      <Text size="sm">{t('why.place', { count: now.ahead, score: format.number(now.pressing.points) })}</Text>
      <Text size="xs" c="dimmed">{points(now.pressing).map(([part, score]) => t(`why.points.${part}`, { score: format.number(score) })).join(' · ')}</Text>
      <ul className={classes.facts}>
        {now.asked && <li>{said.person('why.askedNow', now.asked)}</li>}
        {now.kept && <li>{said.kept(now.kept)}</li>}
        {now.heldUntil && <li>{t('why.held', { time: format.moment(now.heldUntil) })}</li>}
        {now.ring > 0 && <li>{t('why.wideNow', { ring: now.ring })}</li>}
        {now.nextRingAt && <li>{t('why.nextRing', { time: format.moment(now.nextRingAt) })}</li>}
        {!now.offered && <li>{t('why.pulled')}</li>}
      </ul>
      <Text size="sm" fw={550} mt={8}>{count === 0 ? t('why.nobodyFits') : t('why.fit', { count })}</Text>
      <ul className={classes.facts}>
        {fitting.map((group) => <li key={group.how}>{said.group('why.how', group)}</li>)}
        {now.people.filter((group) => !fits(group)).map((group) => <li key={group.how}>{said.group('why.how', group)}</li>)}
      </ul>
    </section>
  );
}
