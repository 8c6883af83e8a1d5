import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLikelyReasons } from '../api';
import type { Choices } from '../types';
import { paths } from './ReasonTree';

interface Props {
  contact: string;
  /** How far the conversation is: what the customer writes next may tell more. */
  lastSeq: number;
  reasons: Choices['reasons'];
  chosen?: string;
  onChoose: (reason: string) => void;
}

/** For what the customer probably comes, by what was registered for such words before; one click each. Nothing when too little is known. */
export function Suggestions({ contact, lastSeq, reasons, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('desk');
  const likely = useLikelyReasons(contact, lastSeq).data ?? [];
  const path = paths(reasons, i18n.language);
  const known = likely.filter((one) => path(one.reason).length > 0);
  if (known.length === 0) return null;
  return (
    <div role="group" aria-label={t('wrapUp.likely')}>
      <Text size="sm" fw={500} mb={6}>{t('wrapUp.likely')}</Text>
      <Stack gap={6}>
        {known.map((one) => (
          <Button key={one.reason} variant={one.reason === chosen ? 'light' : 'default'} size="sm" h="auto" py={6} justify="flex-start" aria-pressed={one.reason === chosen}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left', display: 'block', height: 'auto', overflow: 'visible', lineHeight: 1.35 } }} onClick={() => one.reason !== chosen && onChoose(one.reason)}>
            <span style={{ display: 'block' }}>{path(one.reason).at(-1)}</span>
            <Text span size="xs" c="dimmed">{t('wrapUp.alike', { count: one.alike })}</Text>
          </Button>
        ))}
      </Stack>
    </div>
  );
}
