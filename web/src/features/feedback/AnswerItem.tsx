import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { useChannelName } from './names';
import { classOf } from './listen/classes';
import classes from './listen/Listen.module.css';
import type { Answer } from './types';

/** One answer: the score, the words, and the conversation behind them. */
export function AnswerItem({ answer }: { answer: Answer }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const { may } = useSession();
  const channelName = useChannelName();
  return (
    <article className={classes.answer} aria-label={t('answer.label', { score: answer.score })}>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <span className={classes.score} data-class={classOf(answer.score)}>{answer.score}</span>
        <div style={{ minWidth: 0, flex: 1 }}>
          {answer.why ? <Text className={classes.words}>{answer.why}</Text> : <Text c="dimmed">{t('answer.noWords')}</Text>}
          <Group gap="xs" mt={6}>
            {answer.emotion && <Badge variant="light" color="gray" tt="none">{t(`emotion.${answer.emotion}`)}</Badge>}
            <Text size="sm" c="dimmed">
              <time dateTime={answer.answeredAt} title={format.exact(answer.answeredAt)}>{format.moment(answer.answeredAt)}</time>
              {' · '}{channelName(answer.channel)}
              {answer.changedAt && ` · ${t('answer.changed')}`}
            </Text>
          </Group>
          <Text size="sm" mt={4}>
            {may('contacts.view')
              ? <Anchor component={Link} inherit to={`/desk/all/${answer.conversation}`}>{t('answer.conversation', { number: answer.caseNumber, subject: answer.subject })}</Anchor>
              : t('answer.case', { number: answer.caseNumber })}
          </Text>
        </div>
      </Group>
    </article>
  );
}
