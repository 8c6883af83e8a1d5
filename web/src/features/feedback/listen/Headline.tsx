import { Box, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle, IconMinus, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change, Score } from '../types';

interface Props { score: Score; change?: Change }

/** The score in one line with its interval and answers: never a bare number. */
export function Headline({ score, change }: Props) {
  const { t } = useTranslation('feedback');
  const shown = score.show === 'score' && score.score !== undefined;
  return (
    <Box>
      <Group gap={4}>
        <Text component="h2" size="sm" c="dimmed" fw={400}>{t('listen.nps')}</Text>
        <Tooltip label={t('listen.npsDefinition')} events={{ hover: true, focus: true, touch: true }}>
          <UnstyledButton aria-label={t('app:figure.definition', { definition: t('listen.npsDefinition') })} c="dimmed" lh={0}>
            <IconInfoCircle size={15} stroke={1.7} />
          </UnstyledButton>
        </Tooltip>
      </Group>
      {shown
        ? (
          <Text className="numbers" fz={22} lh={1.25} mt={2}>
            <Text span fz={56} fw={680} lh={1}>{Math.round(score.score!)}</Text>
            {' '}{t('listen.interval', { low: Math.round(score.low!), high: Math.round(score.high!) })}
            <Text span c="dimmed" fz={18}>, {t('answers', { count: score.n })}</Text>
          </Text>
        )
        : (
          <>
            <Text fz={26} fw={650} mt={4}>{score.n === 0 ? t('listen.none') : t('answers', { count: score.n })}</Text>
            {score.n > 0 && <Text c="dimmed">{t(score.show === 'counts' ? 'listen.fewForScore' : 'listen.fewForCounts')}</Text>}
          </>
        )}
      {change && <Compared change={change} />}
    </Box>
  );
}

function Compared({ change }: { change: Change }) {
  const { t } = useTranslation('feedback');
  const Icon = !change.significant ? IconMinus : change.difference > 0 ? IconTrendingUp : IconTrendingDown;
  const values = {
    points: Math.abs(Math.round(change.difference)), low: Math.round(change.low), high: Math.round(change.high),
    detectable: Math.round(change.detectable), count: change.earlierN,
  };
  const kind = !change.significant ? 'same' : change.difference > 0 ? 'up' : 'down';
  return (
    <Group gap={8} mt={10} wrap="nowrap" align="flex-start">
      <Icon size={18} aria-hidden="true" style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm">{t(`listen.change.${kind}`, values)}</Text>
    </Group>
  );
}
