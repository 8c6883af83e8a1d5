import { useFormat } from '@app/format';
import { Failed, Loading } from '@app/states';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Files } from '../thread/Files';
import { sharedFilePath, useShared } from './api';

/** What the customer and we wrote, for whoever must know it to answer. */
export function SharedConversation({ id }: { id: string }) {
  const { t } = useTranslation('desk');
  const [shown, show] = useDisclosure();
  const lines = useShared(id, shown);
  return (
    <div style={{ marginTop: 8 }}>
      <Button variant="subtle" size="compact-sm" ml={-8} aria-expanded={shown} onClick={show.toggle}>{t(shown ? 'asked.hide' : 'asked.show')}</Button>
      {shown && <SharedLines id={id} lines={lines} />}
    </div>
  );
}

/** As many as the server gives. */
const most = 100;

export function SharedLines({ id, lines }: { id: string; lines: ReturnType<typeof useShared> }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <>
      {lines.isPending && <Loading height={60} />}
      {lines.isError && <Failed error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.data?.length === most && <Text size="sm" c="dimmed" mt={8}>{t('asked.newestOnly', { most })}</Text>}
      {lines.data?.map((line) => (
        <div key={line.seq} style={{ marginTop: 8 }}>
          <Text size="sm" c="dimmed"><strong>{line.author}</strong> · {format.moment(line.at)}</Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{line.text}</Text>
          {line.files.length > 0 && <Files files={line.files} at={(file) => sharedFilePath(id, file)} />}
        </div>
      ))}
    </>
  );
}
