import { Failed, Loading } from '@app/states';
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMark, useOpened, type Opened } from './api';
import classes from './Guidance.module.css';
import { StepItem } from './StepItem';
import { useInLanguage } from './useInLanguage';
import { Whole } from './Whole';

interface Props {
  contact: string;
  id: string;
  language?: string;
  handles: boolean;
  onBack: () => void;
  onWords: (words: string) => void;
}

/** One guideline beside the talk: what the customer may expect, which rules hold, and the steps. */
export function GuidelineView({ contact, id, handles, onBack, ...rest }: Props) {
  const { t } = useTranslation('desk');
  const opened = useOpened(contact, id, handles);
  return (
    <div className={classes.guideline}>
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconArrowLeft size={15} />} onClick={onBack}>{t('guidance.back')}</Button>
      {opened.isPending && <Loading height={120} />}
      {opened.isError && <Failed error={opened.error} onRetry={() => void opened.refetch()} height={160} />}
      {opened.data && <Guideline contact={contact} opened={opened.data} handles={handles} {...rest} />}
    </div>
  );
}

function Guideline({ contact, opened, language, handles, onWords }: Omit<Props, 'id' | 'onBack'> & { opened: Opened }) {
  const { t } = useTranslation('desk');
  const say = useInLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  const mark = useMark(contact, opened.id);
  const { content, marks } = opened;
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const expect = say(content.expectNl, content.expectEn);
  const rule = say(content.ruleNl, content.ruleEn);
  return (
    <Stack gap={10}>
      <div>
        <Title order={4} ref={title} tabIndex={-1} className={classes.name}>{say(content.titleNl, content.titleEn)}</Title>
        <Text size="sm" c="dimmed">{say(content.purposeNl, content.purposeEn)}</Text>
        {opened.newer && <Text size="sm" c="dimmed">{t('guidance.newer', { number: opened.newer })}</Text>}
      </div>
      {expect && <Part title={t('guidance.expect')} text={expect} kind="expect" />}
      <ol className={classes.steps} aria-label={t('guidance.steps')}>
        {content.steps.map((step) => (
          <StepItem key={step.key} step={step} mark={marks.find((one) => one.step === step.key)} language={language} handles={handles}
            busy={mark.isPending} onMark={(kind, why) => mark.mutateAsync({ step: step.key, kind, why })} onWords={onWords} />
        ))}
      </ol>
      {rule && <Part title={t('guidance.rule')} text={rule} kind="rule" />}
      {handles && <Whole mark={marks.find((one) => !one.step)} busy={mark.isPending} onMark={(kind, why) => mark.mutateAsync({ kind, why })} />}
    </Stack>
  );
}

function Part({ title, text, kind }: { title: string; text: string; kind: 'expect' | 'rule' }) {
  return (
    <div className={classes.part} data-kind={kind}>
      <Text size="sm" fw={650}>{title}</Text>
      <Text size="sm" className={classes.words}>{text}</Text>
    </div>
  );
}
