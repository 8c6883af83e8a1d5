import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Alert, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachFiles } from '../composer/AttachFiles';
import { Meanwhile } from '../composer/Meanwhile';
import { UploadList } from '../composer/UploadList';
import { filesInto, useUploads, useWhenReady } from '../composer/useUploads';
import { uploadForAnswer, useConsulting, useShared, type Consult } from './api';
import { SharedLines } from './SharedConversation';
import { useWrites } from './Writing';

interface Props {
  consult: Consult;
  /** It was answered, passed on or taken back while somebody wrote here. */
  gone: boolean;
  /** Told while there are words that would be lost. */
  onWriting: (writes: boolean) => void;
}

const meanwhileCodes = ['contacts/answered-meanwhile', 'contacts/customer-wrote-meanwhile'];

/** Where a department that was given the case reads what was written and answers the customer. */
export function AnswerCustomer({ consult, gone, onWriting }: Props) {
  const { t } = useTranslation('desk');
  const { answerCustomer } = useConsulting();
  const [shown, setShown] = useState(false);
  const [text, setText] = useState('');
  const [solved, setSolved] = useState(false);
  const [tried, setTried] = useState(false);
  const [seen, setSeen] = useState(0);
  const attempt = useRef({ key: '', what: '' });
  const lines = useShared(consult.id, shown && !gone);
  const last = lines.data?.at(-1)?.seq ?? 0;
  const uploads = useUploads((file) => uploadForAnswer(consult.id, file));
  const writes = text.trim() !== '';
  const holds = writes || uploads.files.length > 0;
  useWrites(holds);
  const tell = useRef(onWriting);
  tell.current = onWriting;
  useEffect(() => {
    tell.current(holds);
    return () => tell.current(false);
  }, [holds]);
  const newer = writes && !gone ? lines.data?.findLast((one) => one.seq > seen) : undefined;
  const discard = () => { setText(''); uploads.clear(); };
  const failed = answerCustomer.error ? Problem.of(answerCustomer.error) : undefined;
  const refused = failed?.fieldErrors ?? {};
  const blocked = !writes || newer !== undefined || gone;
  const ready = useWhenReady(uploads, () => {
    if (blocked) return;
    const what = JSON.stringify([text, solved, uploads.ids]);
    if (attempt.current.what !== what) attempt.current = { key: crypto.randomUUID(), what };
    void answerCustomer.mutateAsync({ id: consult.id, text: text.trim(), seenSeq: seen, solved, uploads: uploads.ids, clientKey: attempt.current.key }).then(({ caseState }) => {
      discard();
      toastDone(t(`asked.customer.sent.${caseState as 'OPEN'}`));
    }, () => {});
  });
  const send = () => {
    setTried(true);
    if (!blocked) ready.ask();
  };
  if (!shown) return <Button mt="sm" size="compact-md" onClick={() => setShown(true)}>{t('asked.customer.open')}</Button>;
  const settling = answerCustomer.isPending || answerCustomer.isSuccess;
  return (
    <>
      {!gone && <SharedLines id={consult.id} lines={lines} />}
      <form onSubmit={(event) => { event.preventDefault(); send(); }} noValidate {...(!gone && filesInto(uploads.add))}>
        <Stack gap={8} mt="sm">
          {gone && !settling && (
            <Alert role="alert" color="red" variant="light" icon={<IconArrowBackUp />} title={t('asked.customer.gone')}>{t('asked.customer.goneHelp')}</Alert>
          )}
          {newer && <Meanwhile what={{ kind: newer.customer ? 'customer' : 'colleague', name: newer.author }} onRead={() => setSeen(last)} />}
          <Textarea autoFocus label={t('asked.customer.label')} description={t('asked.customer.help')} autosize minRows={4} maxRows={16} maxLength={100_000} readOnly={gone} disabled={!gone && !lines.isSuccess}
            value={text} error={refused.text ?? (tried && !writes ? t('consult.needAnswer') : undefined)}
            onChange={(event) => { if (!writes) setSeen(last); ready.goOn(); setText(event.currentTarget.value); }} />
          {!gone && <UploadList files={uploads.files} onRemove={uploads.remove} />}
          {!gone && <Checkbox label={t('asked.customer.solved')} description={t('asked.customer.solvedHelp')} checked={solved} onChange={(event) => setSolved(event.currentTarget.checked)} />}
          {!gone && !newer && failed && Object.keys(refused).length === 0 && !(meanwhileCodes.includes(failed.code) && lines.isFetching) && <ProblemNote error={failed} />}
          <Group gap={8}>
            {gone
              ? !settling && <Button size="compact-md" variant="default" onClick={discard}>{t('asked.customer.discard')}</Button>
              : (
                <>
                  <Button type="submit" size="compact-md" loading={answerCustomer.isPending || ready.waits} disabled={newer !== undefined}>{t('asked.customer.submit')}</Button>
                  <AttachFiles uploads={uploads} />
                </>
              )}
          </Group>
        </Stack>
      </form>
    </>
  );
}
