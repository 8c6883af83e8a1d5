import { Badge, Code, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '../live';
import { PageHead } from '../list/PageHead';
import classes from './Start.module.css';
import { allNeeded, useInstallation, useStepsNow, type StepNow } from './steps';

/** What a new installation needs before the first customer can be helped, what is done, and where the rest is done. */
export default function StartPage() {
  const { t } = useTranslation();
  const steps = useStepsNow();
  useLive('organisation.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: ['organisation'] }), ['organisation']);
  const done = steps.filter((one) => one.done).length;
  const next = steps.find(({ step, done: yes }) => yes === false && !step.optional) ?? steps.find((one) => one.done === false);
  return (
    <Stack gap="lg" maw={760}>
      <div>
        <PageHead title={t('start.title')} lead={t(allNeeded(steps) ? 'start.ready' : 'start.lead')} />
        <Progress value={(100 * done) / Math.max(1, steps.length)} size="sm" radius="xl" aria-label={t('start.progress', { done, all: steps.length })} />
        <Text size="sm" c="dimmed" mt={6}>{t('start.progress', { done, all: steps.length })}</Text>
      </div>
      <ol className={classes.list}>
        {steps.map((one, index) => <Step key={one.step.id} now={one} number={index + 1} next={one === next} />)}
      </ol>
      <Installation />
    </Stack>
  );
}

function Step({ now: { step, done }, number, next }: { now: StepNow; number: number; next: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={done ? classes.done : next ? classes.next : undefined}>
      <Link to={step.path} className={classes.step}>
        <span className={classes.mark} aria-hidden="true">{done ? <IconCheck size={18} /> : number}</span>
        <span className={classes.words}>
          <Text span fw={550} display="block">{t(step.label)}</Text>
          <Text span size="sm" c="dimmed" display="block">{t(step.help)}</Text>
        </span>
        <span className={classes.end}>
          {done ? <Text span size="sm">{t('start.done')}</Text> : step.optional && <Badge variant="light" color="gray">{t('start.optional')}</Badge>}
          <IconChevronRight size={18} aria-hidden="true" />
        </span>
      </Link>
    </li>
  );
}

/** What no screen can set: it stands in the environment or the settings file, and the person who runs the machine must do it. */
function Installation() {
  const { t } = useTranslation();
  const { data } = useInstallation();
  if (!data) return null;
  const secure = window.location.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(window.location.hostname);
  const all = [...data, { key: 'https', done: secure, setting: 'deploy/Caddyfile' }];
  return (
    <section aria-labelledby="installation">
      <Title order={2} size="h3" id="installation">{t('start.installation.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('start.installation.lead')}</Text>
      <ul className={classes.list}>
        {all.map((check, index) => (
          <li key={check.key} className={check.done ? classes.done : undefined}>
            <div className={classes.check}>
              <span className={classes.mark} aria-hidden="true">{check.done ? <IconCheck size={18} /> : index + 1}</span>
              <div className={classes.words}>
                <Text fw={550}>{t(`start.installation.${check.key}.title`)}</Text>
                <Text size="sm" c="dimmed">{t(`start.installation.${check.key}.${check.done ? 'done' : 'open'}`)}</Text>
                {!check.done && <Code>{check.setting}</Code>}
              </div>
            </div>
          </li>
        ))}
        <li>
          <div className={classes.check}>
            <span className={classes.mark} aria-hidden="true">{all.length + 1}</span>
            <div className={classes.words}>
              <Text fw={550}>{t('start.installation.backup.title')}</Text>
              <Text size="sm" c="dimmed">{t('start.installation.backup.open')}</Text>
              <Code>{'./hartslag backup /backups/hartslag.zip'}</Code>
            </div>
          </div>
        </li>
      </ul>
    </section>
  );
}
