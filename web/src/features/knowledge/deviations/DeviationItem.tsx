import { toastDone } from '@app/announce';
import { useServerForm } from '@app/form/useServerForm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Anchor, Badge, Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { guidelines, key, type Deviation } from '../api';
import classes from '../Knowledge.module.css';
import { useInLanguage } from '../useInLanguage';

/** One deviation: of what, why, where one can read the talk, and what was learned from it. */
export function DeviationItem({ deviation }: { deviation: Deviation }) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const say = useInLanguage();
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const title = say(deviation.titleNl, deviation.titleEn);
  const { learned } = deviation;
  return (
    <article className={classes.card} aria-label={t('deviations.label', { title, why: deviation.why ?? '' })}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Anchor component={Link} to={`/guidelines/${deviation.guideline}`} className={classes.name}>{title}</Anchor>
        <Badge variant="light" color={deviation.kind === 'DOES_NOT_FIT' ? 'gray' : undefined}>{t(`deviations.kind.${deviation.kind}`)}</Badge>
      </Group>
      <Text size="sm" c="dimmed">{t('version', { number: deviation.number })} · {deviation.step ? say(deviation.stepNl, deviation.stepEn) : t('deviations.whole')}</Text>
      <Text mt={6} className={classes.words}>{deviation.why ?? t('deviations.noWhy')}</Text>
      <Text size="sm" c="dimmed" mt={4}>
        {format.moment(deviation.at)}
        {may('contacts.view') && <>{' · '}<Anchor component={Link} inherit to={`/desk/all/${deviation.conversation}`}>{t('deviations.conversation')}</Anchor></>}
      </Text>
      {learned && (
        <div className={classes.quote} style={{ marginTop: 8 }}>
          <Text size="sm" className={classes.words}>{learned.words}</Text>
          <Text size="sm" c="dimmed">{[learned.by, format.moment(learned.at), learned.number && t('deviations.became', { number: learned.number })].filter(Boolean).join(' · ')}</Text>
        </div>
      )}
      {!learned && !open && <Button mt="sm" size="compact-md" variant="light" aria-label={t('deviations.learnLabel', { title })} onClick={() => setOpen(true)}>{t('deviations.learn')}</Button>}
      {!learned && open && <Learning deviation={deviation} onClose={() => setOpen(false)} />}
    </article>
  );
}

function Learning({ deviation, onClose }: { deviation: Deviation; onClose: () => void }) {
  const { t } = useTranslation('knowledge');
  const queries = useQueryClient();
  const { form, problem, sending, submit } = useServerForm({ initialValues: { learned: '', number: '' as number | string } }, async (values) => {
    await guidelines.learn(deviation.id, values.learned, typeof values.number === 'number' ? values.number : undefined);
    toastDone(t('deviations.done'));
    await queries.invalidateQueries({ queryKey: [...key, 'deviations'] });
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs" mt="sm">
        <Textarea autoFocus label={t('deviations.learned')} description={t('deviations.learnedHelp')} autosize minRows={1} maxLength={1000} {...form.getInputProps('learned')} />
        <NumberInput label={t('deviations.number')} description={t('deviations.numberHelp')} w={220} min={1} hideControls allowDecimal={false} clampBehavior="none" {...form.getInputProps('number')} />
        <ProblemNote error={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={sending}>{t('deviations.tick')}</Button>
          <Button size="compact-md" variant="subtle" color="gray" onClick={onClose}>{t('app:cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
