import type { Problem } from '@app/api/problem';
import { useFormat } from '@app/format';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../types';
import classes from './Handling.module.css';

interface Props {
  problem: Problem;
  /** What the customer wrote that had not been seen. */
  unseen: Message[];
  onClose: () => void;
}

/** The customer wrote as one was about to close: his words, and the choice to close all the same. */
export function WroteMeanwhile({ problem, unseen, onClose }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <Alert role="alert" color="yellow" variant="light" icon={<IconMessagePlus />} title={problem.details.title}>
      <Stack gap="xs">
        <span>{problem.details.detail}</span>
        {unseen.map((one) => (
          <blockquote key={one.id} className={classes.unseen}>
            <Text size="sm" lineClamp={6}>{one.text}</Text>
            <Text size="xs" c="dimmed">{one.authorName} · <time dateTime={one.at}>{format.time(one.at)}</time></Text>
          </blockquote>
        ))}
        <Button size="compact-sm" variant="default" onClick={onClose}>{t('wrapUp.anyway')}</Button>
      </Stack>
    </Alert>
  );
}
