import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { useChannels } from '@app/channels';
import { ProblemNote } from '@app/form/ProblemNote';
import { Unsaved } from '@app/form/Unsaved';
import { Button, Checkbox, Group, MultiSelect, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasonPaths, type Content, type Guideline } from '../api';
import classes from '../Knowledge.module.css';
import { StepFields } from './StepFields';

const stages = ['OPEN', 'WAITING_FOR_DEPARTMENT', 'WAITING_FOR_CUSTOMER', 'SOLVED'] as const;

interface Props {
  brand: string;
  content: Content;
  /** Absent while it is new. */
  guideline?: Guideline;
  /** Answers with what is kept now, or with where to go. */
  onSave: (content: Content) => Promise<Guideline | (() => void)>;
  onPublish?: (version: number, note: string) => Promise<Guideline>;
}

/** Everything a guideline says, in both languages. A draft may be half done; publishing asks for the rest. */
export function GuidelineForm({ brand, content, guideline, onSave, onPublish }: Props) {
  const { t, i18n } = useTranslation('knowledge');
  const { channels } = useChannels();
  const reasons = useReasonPaths(brand, i18n.language).data ?? [];
  const form = useForm<Content & { note: string }>({ initialValues: { ...content, note: '' } });
  const [busy, setBusy] = useState<'save' | 'publish'>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusals, setRefusals] = useState(0);
  const leaving = useRef(false);
  useEffect(() => {
    if (refusals > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled)')?.focus();
  }, [refusals]);
  // another brand has other reasons
  useEffect(() => {
    if (!guideline && form.getValues().reasons.length > 0) form.setFieldValue('reasons', []);
  }, [brand]);
  const { note, ...words } = form.values;
  const changed = JSON.stringify(words) !== JSON.stringify(content);
  const dirty = () => !leaving.current && changed;
  const run = async (what: 'save' | 'publish') => {
    setBusy(what);
    setProblem(null);
    form.clearErrors();
    try {
      let kept = guideline;
      if (what === 'save' || changed) {
        const saved = await onSave(words);
        if (typeof saved === 'function') {
          leaving.current = true;
          toastDone(t('app:saved'));
          return saved();
        }
        form.setValues({ ...saved.content });
        kept = saved;
      }
      if (what === 'publish' && kept && onPublish) {
        await onPublish(kept.version, note);
        form.setValues({ note: '' });
      }
      toastDone(t(what === 'save' ? 'app:saved' : 'published'));
    } catch (failure) {
      const refused = Problem.of(failure);
      form.setErrors(refused.fieldErrors);
      setProblem(refused);
      setRefusals((before) => before + 1);
    } finally {
      setBusy(undefined);
    }
  };
  const pair = (name: 'title' | 'purpose' | 'rule' | 'expect') => (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {(['Nl', 'En'] as const).map((language) => {
        const label = t(`form.${name}`, { language: t(`form.in${language}`) });
        const props = form.getInputProps(`${name}${language}`);
        return name === 'title'
          ? <TextInput key={language} label={label} maxLength={120} {...props} />
          : <Textarea key={language} label={label} autosize minRows={2} maxLength={name === 'purpose' ? 400 : 4000} {...props} />;
      })}
    </SimpleGrid>
  );
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void run('save'); }}>
      <Unsaved dirty={dirty} />
      <Stack gap="md" maw={980}>
        {pair('title')}
        {pair('purpose')}
        <Title order={2} size="h4">{t('form.steps')}</Title>
        <Text size="sm" c="dimmed">{t('form.stepsHelp')}</Text>
        <StepFields form={form} />
        <Title order={2} size="h4">{t('form.around')}</Title>
        <Text size="sm" c="dimmed">{t('form.aroundHelp')}</Text>
        {pair('expect')}
        {pair('rule')}
        <Title order={2} size="h4">{t('form.fits')}</Title>
        <MultiSelect label={t('form.reasons')} description={t('form.reasonsHelp')} placeholder={form.values.reasons.length === 0 ? t('form.everyReason') : undefined} searchable clearable
          data={reasons.filter((one) => !one.archived || form.values.reasons.includes(one.id)).map((one) => ({ value: one.id, label: one.name }))} {...form.getInputProps('reasons')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Checkbox.Group label={t('form.stages')} description={t('form.stagesHelp')} value={form.values.stages} onChange={(value) => form.setFieldValue('stages', value as Content['stages'])}>
            <Stack gap={6} mt={6}>{stages.map((one) => <Checkbox key={one} value={one} label={t(`stage.${one}`)} />)}</Stack>
          </Checkbox.Group>
          <Checkbox.Group label={t('form.channels')} description={t('form.channelsHelp')} value={form.values.channels} onChange={(value) => form.setFieldValue('channels', value)}>
            <Stack gap={6} mt={6}>{channels.map((one) => <Checkbox key={one.key} value={one.key} label={one.name} />)}</Stack>
          </Checkbox.Group>
        </SimpleGrid>
        {onPublish && (guideline?.draft || changed) && guideline && guideline.published > 0 && (
          <Textarea label={t('form.note')} description={t('form.noteHelp')} autosize minRows={1} maxLength={500} {...form.getInputProps('note')} />
        )}
        <ProblemNote error={problem} />
        <Group gap="xs" className={classes.bar}>
          <Button type="submit" variant={onPublish ? 'default' : 'filled'} loading={busy === 'save'}>{t('saveDraft')}</Button>
          {onPublish && <Button disabled={!guideline?.draft && !changed} loading={busy === 'publish'} onClick={() => void run('publish')}>{t('publish')}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
