import { useFormat } from '@app/format';
import type { Gesture } from '@app/gestures/api';
import { Failed, Loading } from '@app/states';
import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEffectOf } from './api';

/** What came before and after, side by side: kept for later, and no proof of anything. */
export function Effect({ gesture }: { gesture: Gesture }) {
  const { t } = useTranslation('contacts');
  const [opened, { toggle }] = useDisclosure();
  return (
    <>
      <Button mt={8} size="compact-sm" variant="subtle" color="gray" aria-expanded={opened} onClick={toggle} rightSection={opened ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}>{t('gestures.effect.open')}</Button>
      {opened && <Facts gesture={gesture} />}
    </>
  );
}

function Facts({ gesture }: { gesture: Gesture }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const effect = useEffectOf(gesture.id);
  if (effect.isPending) return <Loading height={60} />;
  if (effect.isError) return <Failed error={effect.error} onRetry={() => void effect.refetch()} height={120} />;
  const { before, after, same } = effect.data;
  const { nextOrder } = gesture;
  return (
    <Stack gap={2} mt={6} pl={8}>
      <Text size="sm">
        {before ? t('gestures.effect.before', { score: before.score, date: format.date(before.at) }) : t('gestures.effect.noBefore')}{' '}
        {after ? t('gestures.effect.after', { score: after.score, date: format.date(after.at) }) : t('gestures.effect.noAfter')}
      </Text>
      <Text size="sm">{nextOrder
        ? t('gestures.effect.order', { number: nextOrder.number, total: format.money(nextOrder.totalMinor, nextOrder.currency), date: format.date(nextOrder.at) })
        : t('gestures.effect.noOrder')}</Text>
      <Text size="sm" c="dimmed">
        {same.before !== undefined && same.after !== undefined
          ? t('gestures.effect.same', { before: format.number(same.before), after: format.number(same.after), count: same.n })
          : t('gestures.effect.tooFew', { count: same.n })}{' '}{t('gestures.effect.noProof')}
      </Text>
    </Stack>
  );
}
