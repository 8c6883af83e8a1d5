import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, Step } from './api';
import classes from './Guidance.module.css';
import { useInLanguage } from './useInLanguage';
import { WhyForm } from './WhyForm';

interface Props {
  step: Step;
  mark?: Mark;
  language?: string;
  handles: boolean;
  busy: boolean;
  onMark: (kind: Mark['kind'] | undefined, why?: string) => Promise<unknown>;
  onWords: (words: string) => void;
}

/** One step: done, skipped, or done otherwise with a word on why. */
export function StepItem({ step, mark, language, handles, busy, onMark, onWords }: Props) {
  const { t } = useTranslation('desk');
  const say = useInLanguage();
  const [asking, ask] = useState<'SKIPPED' | 'DEVIATED'>();
  const what = say(step.whatNl, step.whatEn);
  const back = say(step.backNl, step.backEn);
  const words = language === 'nl' ? step.sayNl || step.sayEn : language === 'en' ? step.sayEn || step.sayNl : say(step.sayNl, step.sayEn);
  const locked = busy || mark?.learned;
  const skipped = mark?.kind === 'SKIPPED';
  const label = (text: string) => t('guidance.stepLabel', { text, step: what });
  const set = (kind: Mark['kind'] | undefined) => {
    ask(undefined);
    void onMark(kind).catch(() => undefined);
  };
  return (
    <li className={classes.step} data-kind={mark?.kind}>
      {handles
        ? <Checkbox label={what} checked={mark?.kind === 'DONE'} disabled={mark?.learned} onChange={(event) => set(event.currentTarget.checked ? 'DONE' : undefined)} />
        : <Text>{what}</Text>}
      {back && <Text size="sm" c="dimmed" className={classes.words}>{back}</Text>}
      {words && (
        <div className={classes.say}>
          <Text size="sm" className={classes.words}>{words}</Text>
          {handles && (
            <Button size="compact-xs" variant="light" leftSection={<IconQuote size={13} />} aria-label={label(t('guidance.use'))} onClick={() => onWords(words)}>{t('guidance.use')}</Button>
          )}
        </div>
      )}
      {mark && mark.kind !== 'DONE' && (
        <Text size="sm" className={classes.said}>
          <strong>{t(`guidance.mark.${mark.kind}`)}</strong>{mark.why && `: ${mark.why}`}{mark.learned && ` · ${t('guidance.learned')}`}
        </Text>
      )}
      {handles && !mark?.learned && !asking && (
        <Group gap={4} className={classes.acts}>
          <Button size="compact-xs" variant="subtle" color="gray" disabled={locked} aria-pressed={skipped} aria-label={label(t('guidance.skip'))} onClick={() => set(skipped ? undefined : 'SKIPPED')}>{t('guidance.skip')}</Button>
          <Button size="compact-xs" variant="subtle" color="gray" aria-pressed={mark?.kind === 'DEVIATED'} aria-label={label(t('guidance.deviate'))} onClick={() => ask('DEVIATED')}>{t('guidance.deviate')}</Button>
          {skipped && <Button size="compact-xs" variant="subtle" color="gray" aria-label={label(t('guidance.addWhy'))} onClick={() => ask('SKIPPED')}>{t('guidance.addWhy')}</Button>}
        </Group>
      )}
      {asking && (
        <WhyForm first={mark?.why} needed={asking === 'DEVIATED'} busy={busy} onCancel={() => ask(undefined)}
          onTakeBack={mark?.kind === 'DEVIATED' ? () => set(undefined) : undefined}
          onSend={(why) => void onMark(asking, why).then(() => ask(undefined), () => undefined)} />
      )}
    </li>
  );
}
