import { useChannels } from '@app/channels';
import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Button, Checkbox, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { happened } from '../thread/happened';
import type { Message, OpenConversation } from '../types';
import { useWhole } from './api';
import classes from './Paper.module.css';

/** A conversation as it goes on paper, or into a file: what was said, and what else one chooses. */
export default function PaperPage() {
  const { conversation = '' } = useParams();
  const whole = useWhole(conversation);
  if (whole.isPending) return <Loading />;
  if (whole.isError) return <Failed error={whole.error} onRetry={() => void whole.refetch()} />;
  return <Paper open={whole.data} />;
}

function Paper({ open }: { open: OpenConversation }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const me = useUser();
  const { nameOf } = useChannels();
  const { conversation, beside } = open;
  // paper may leave the house
  const [notes, setNotes] = useState(false);
  const [events, setEvents] = useState(false);
  const [printedAt] = useState(() => new Date().toISOString());
  const subject = conversation.subject || t('noSubject');
  useNameOfFile(`${t('caseNumber', { number: conversation.caseNumber })} ${subject}`);
  const lines = open.messages.filter((one) => one.direction === 'note' ? notes : one.direction === 'event' ? events : true);
  const address = beside?.identities.find((one) => one.kind === 'EMAIL' || one.kind === 'PHONE')?.value;
  const facts = [
    [t('paper.case'), String(conversation.caseNumber)],
    [t('paper.customer'), [beside?.customer.name, address].filter(Boolean).join(', ') || t('unknownCustomer')],
    [t('paper.channel'), nameOf(conversation.channel)],
    [t('paper.began'), format.exact(conversation.startedAt)],
    [t('paper.printed'), t('paper.printedBy', { at: format.exact(printedAt), name: me.name })],
  ];
  return (
    <article className={classes.paper}>
      <PageHead title={subject} up={{ to: `/desk/all/${conversation.id}`, label: t('paper.back') }}>
        <div className={classes.choices}>
          <Checkbox label={t('paper.notes')} checked={notes} onChange={(event) => setNotes(event.currentTarget.checked)} />
          <Checkbox label={t('paper.events')} checked={events} onChange={(event) => setEvents(event.currentTarget.checked)} />
          <Button leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>{t('paper.print')}</Button>
        </div>
      </PageHead>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => <Group key={name} gap={6} wrap="nowrap" align="baseline"><dt>{name}</dt><dd>{value}</dd></Group>)}
      </dl>
      {lines.length === 0 && <p>{t('paper.nothing')}</p>}
      <ol className={classes.lines}>{lines.map((one) => <Line key={one.id} message={one} />)}</ol>
    </article>
  );
}

function Line({ message }: { message: Message }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  if (message.direction === 'event') return <li className={classes.event}>{format.exact(message.at)} · {happened(message, t, i18n.language, format)}</li>;
  const files = message.attachments.filter((one) => !one.inline);
  return (
    <li className={classes.message} data-direction={message.direction}>
      <div className={classes.by}>
        <strong>{message.purpose === 'conversation' ? message.authorName : t(`purpose.${message.purpose}`)}</strong>
        {message.direction === 'note' && <span>{t('noteMark')}</span>}
        <time dateTime={message.at}>{format.exact(message.at)}</time>
      </div>
      <p className={classes.text}>{message.text}</p>
      {files.length > 0 && <p className={classes.files}>{t('paper.files', { count: files.length, names: files.map((one) => `${one.name} (${format.bytes(one.size)})`).join(', ') })}</p>}
    </li>
  );
}

/** What the browser calls the file when one prints into one. */
function useNameOfFile(name: string) {
  useEffect(() => {
    const before = document.title;
    document.title = name;
    return () => { document.title = before; };
  }, [name]);
}
