import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ClassBar } from '../listen/ClassBar';
import { Headline } from '../listen/Headline';
import type { PersonalScore } from '../types';

/** One person's score, or why it does not show; never without what it does not say. */
export function Score({ score, days, fair }: { score: PersonalScore; days: number; fair: string }) {
  const { t } = useTranslation('feedback');
  if (score.state !== 'shown' || !score.score) return <Text>{t('results.tooFew', { count: score.score?.n ?? 0, minimum: score.minimumN })}</Text>;
  return (
    <Stack gap="md">
      <Headline score={score.score} />
      {score.score.counts && <ClassBar counts={score.score.counts} />}
      <Text size="sm" c="dimmed">{t(fair, { weeks: days / 7 })}</Text>
    </Stack>
  );
}
