import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Unsaved } from '@app/form/Unsaved';
import { useServerForm } from '@app/form/useServerForm';
import { useUser } from '@app/session';
import { put } from '@app/textblocks/field';
import { placeholders } from '@app/textblocks/fill';
import { Button, Group, Radio, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../Knowledge.module.css';
import type { Words } from './api';
import { Preview } from './Preview';

export type Values = Words & { own: boolean };

interface Props {
  values: Values;
  /** While it is new: whether one may also make one for everybody. */
  chooseWhose?: boolean;
  /** Answers with what is kept now, or with where to go. */
  onSave: (values: Values) => Promise<(() => void) | Values>;
}

/** The words, what they are called, and how they look in an answer. */
export function TextForm({ values, chooseWhose, onSave }: Props) {
  const { t } = useTranslation('knowledge');
  const { brands } = useUser();
  const area = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  const { form, problem, sending, submit } = useServerForm({ initialValues: { ...values } }, async (wanted) => {
    const kept = await onSave(wanted).catch((failure: unknown) => {
      const refused = Problem.of(failure);
      // which other block it is helps more than that there is one
      const { detail } = refused.details;
      if (refused.code === 'text-blocks/shortcut-taken' && detail) refused.fieldErrors.shortcut = detail;
      throw refused;
    });
    toastDone(t('app:saved'));
    if (typeof kept !== 'function') {
      form.setValues(kept);
      return;
    }
    left.current = true;
    kept();
  });
  const insert = (words: string, from = 0, to = 0) => {
    const field = area.current;
    if (!field) return;
    const at = field.selectionStart;
    put(field, at, field.selectionEnd, words, (text) => form.setFieldValue('words', text));
    if (to > from) field.setSelectionRange(at + from, at + to);
  };
  const question = t('texts.question');
  const now = form.values;
  return (
    <form noValidate onSubmit={submit}>
      <Unsaved dirty={() => !left.current && !sending && JSON.stringify(form.getValues()) !== JSON.stringify(values)} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="md">
        <Stack gap="md" style={{ minWidth: 0 }}>
          {chooseWhose && (
            <Radio.Group label={t('texts.forWhom')} value={now.own ? 'own' : 'shared'} onChange={(value) => form.setFieldValue('own', value === 'own')}>
              <Group mt={6}><Radio value="shared" label={t('texts.forAll')} /><Radio value="own" label={t('texts.forMe')} /></Group>
            </Radio.Group>
          )}
          <TextInput label={t('texts.name')} maxLength={80} {...form.getInputProps('name')} />
          <TextInput label={t('texts.shortcut')} description={t('texts.shortcutHelp')} maxLength={31} autoCapitalize="none" autoComplete="off" spellCheck={false} leftSection="/" {...form.getInputProps('shortcut')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Select label={t('brand')} allowDeselect={false} data={[{ value: '', label: t('everyBrand') }, ...brands.map((one) => ({ value: one.id, label: one.name }))]} {...form.getInputProps('brand')} />
            <Select label={t('texts.language')} allowDeselect={false} data={(['nl', 'en'] as const).map((one) => ({ value: one, label: t(`texts.in.${one}`) }))} {...form.getInputProps('language')} />
          </SimpleGrid>
          <div>
            <Textarea ref={area} label={t('texts.words')} description={t('texts.wordsHelp')} autosize minRows={6} maxRows={20} maxLength={4000} {...form.getInputProps('words')} />
            <Group gap={6} mt={8} role="group" aria-label={t('texts.insert')}>
              <Text size="sm" c="dimmed" aria-hidden="true">{t('texts.insert')}</Text>
              {placeholders.map((one) => (
                <Button key={one} size="compact-sm" variant="default" onClick={() => insert(`{${one}}`)}>{t(`app:textBlock.value.${one}`)}</Button>
              ))}
              <Button size="compact-sm" variant="default" onClick={() => insert(`{?${question}}`, 2, 2 + question.length)}>{t('texts.aQuestion')}</Button>
            </Group>
          </div>
        </Stack>
        <div className={classes.stays}><Preview words={now.words} brand={now.brand} language={now.language} /></div>
      </SimpleGrid>
      <ProblemNote error={problem} />
      <Group className={classes.bar} mt="md"><Button type="submit" loading={sending}>{t('app:save')}</Button></Group>
    </form>
  );
}
