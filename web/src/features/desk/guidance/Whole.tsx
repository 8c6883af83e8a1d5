import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from './api';
import classes from './Guidance.module.css';
import { WhyForm } from './WhyForm';

const kinds = ['FOLLOWED', 'DEVIATED', 'DOES_NOT_FIT'] as const;
type Kind = (typeof kinds)[number];

interface Props {
  mark?: Mark;
  busy: boolean;
  onMark: (kind: Mark['kind'] | undefined, why?: string) => Promise<unknown>;
}

/** The guideline on the whole; whoever says nothing has said nothing wrong. */
export function Whole({ mark, busy, onMark }: Props) {
  const { t } = useTranslation('desk');
  const [asking, ask] = useState<Exclude<Kind, 'FOLLOWED'>>();
  const choose = (kind: Kind) => {
    if (mark?.kind === kind) void onMark(undefined).catch(() => undefined);
    else if (kind === 'FOLLOWED') void onMark(kind).catch(() => undefined);
    else ask(kind);
  };
  return (
    <div role="group" aria-label={t('guidance.onTheWhole')} className={classes.part}>
      <Text size="sm" fw={650}>{t('guidance.onTheWhole')}</Text>
      <Group gap={6} mt={4}>
        {kinds.map((kind) => (
          <Button key={kind} size="compact-sm" variant={mark?.kind === kind ? 'filled' : 'default'} aria-pressed={mark?.kind === kind} disabled={mark?.learned} onClick={() => choose(kind)}>
            {t(`guidance.whole.${kind}`)}
          </Button>
        ))}
      </Group>
      {mark?.why && <Text size="sm" mt={4} className={classes.words}>{mark.why}</Text>}
      {mark?.learned && <Text size="sm" c="dimmed">{t('guidance.learned')}</Text>}
      {asking && (
        <WhyForm needed={asking === 'DEVIATED'} busy={busy} onCancel={() => ask(undefined)}
          onSend={(why) => void onMark(asking, why).then(() => ask(undefined), () => undefined)} />
      )}
    </div>
  );
}
