import { useFormat } from '@app/format';
import type { Gesture } from '@app/gestures/api';
import { KindIcon, useGestureName } from '@app/gestures/kinds';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props { here: Gesture[]; onWords: (words: string) => void; onTakeBack: (gesture: Gesture) => void }

/** What was given or asked in this conversation, and what became of it. */
export function Here({ here, onWords, onTakeBack }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const name = useGestureName();
  const shown = here.filter((one) => one.state !== 'WITHDRAWN');
  return (
    <>
      {shown.map((one) => (
        <div key={one.id} role="group" aria-label={`${name(one)}, ${format.money(one.amountMinor, one.currency)}`}>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <KindIcon kind={one.kind} />
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name(one)}, {format.money(one.amountMinor, one.currency)} · {t(`app:gestures.state.${one.state}`)}
              {one.decided && ` · ${one.decided.by ?? ''}${one.decided.words ? `: “${one.decided.words}”` : ''}`}
            </Text>
          </Group>
          <Group gap={4} ml={16}>
            {one.state === 'GIVEN' && <Button size="compact-sm" variant="subtle" onClick={() => onWords(one.words)}>{t('giving.words')}</Button>}
            {one.may.withdraw && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onTakeBack(one)}>{t('giving.takeBack')}</Button>}
          </Group>
        </div>
      ))}
    </>
  );
}
