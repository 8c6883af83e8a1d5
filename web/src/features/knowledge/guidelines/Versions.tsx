import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { Failed, Loading } from '@app/states';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVersions, type Version } from '../api';
import classes from '../Knowledge.module.css';
import { useInLanguage } from '../useInLanguage';

/** Everything that ever held, read when somebody looks. */
export function Versions({ guideline }: { guideline: string }) {
  const { t } = useTranslation('knowledge');
  const [shown, show] = useState(false);
  const list = useVersions(guideline, shown);
  return (
    <section aria-label={t('versions.title')}>
      <Group mb="sm"><Title order={2} size="h4">{t('versions.title')}</Title><Button size="compact-sm" variant="subtle" aria-expanded={shown} onClick={() => show(!shown)}>{t(shown ? 'versions.hide' : 'versions.show')}</Button></Group>
      {shown && list.isPending && <Loading height={100} />}
      {shown && list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} height={160} />}
      {shown && <Stack gap="sm">{list.items.map((one) => <Held key={one.number} version={one} />)}</Stack>}
      {shown && <More {...list} />}
    </section>
  );
}

function Held({ version }: { version: Version }) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const say = useInLanguage();
  const { content } = version;
  return (
    <article className={classes.card}>
      <Text fw={650}>{t('version', { number: version.number })}</Text>
      <Text size="sm" c="dimmed">{t('versions.by', { name: version.publishedBy, time: format.moment(version.publishedAt) })}</Text>
      {version.note && <Text size="sm" mt={4} className={classes.words}>{version.note}</Text>}
      <details>
        <summary>{t('versions.read')}</summary>
        <Text fw={600} mt={6}>{say(content.titleNl, content.titleEn)}</Text>
        <Text size="sm">{say(content.purposeNl, content.purposeEn)}</Text>
        <ol className={classes.steps}>
          {content.steps.map((step) => (
            <li key={step.key}>
              <Text size="sm">{say(step.whatNl, step.whatEn)}</Text>
              <Text size="sm" c="dimmed" className={classes.words}>{say(step.backNl, step.backEn)}</Text>
              {(step.sayNl || step.sayEn) && <Text size="sm" className={`${classes.words} ${classes.quote}`}>{say(step.sayNl, step.sayEn)}</Text>}
            </li>
          ))}
        </ol>
        <Text size="sm" className={classes.words}>{say(content.expectNl, content.expectEn)}</Text>
        <Text size="sm" c="dimmed" className={classes.words}>{say(content.ruleNl, content.ruleEn)}</Text>
      </details>
    </article>
  );
}
