import { FieldsOfCase } from '@app/fields/FieldsOf';
import { PageHead } from '@app/list/PageHead';
import { useLive } from '@app/live';
import { Failed, Loading } from '@app/states';
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit2, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Promises } from '../beside/Promises';
import { caseKeys, useCase, type CasePage as Page } from './api';
import classes from './Cases.module.css';
import { CaseChanges } from './CaseChanges';
import { CaseConversations } from './CaseConversations';
import { CaseFacts } from './CaseFacts';
import { CaseFor } from './CaseFor';
import { CaseSubState } from './CaseSubState';
import { JoinModal } from './JoinModal';
import { RenameModal } from './RenameModal';
import { SilenceLine } from './SilenceLine';
import { TakeOutModal } from './TakeOutModal';
import { useStanding } from './standing';

/** One case whole: everything that was said about it, by whomever and however, what was promised, and what was put elsewhere. */
export default function CasePage() {
  const { id = '' } = useParams();
  return <Read key={id} id={id} />;
}

const CONTACTS = 100;
const MOST = 2000;

function Read({ id }: { id: string }) {
  const [newest, setNewest] = useState(CONTACTS);
  const page = useCase(id, newest);
  useLive<{ row: { caseId: string } }>('desk.row.changed', ({ row }, queries) => {
    if (row.caseId === id) void queries.invalidateQueries({ queryKey: caseKeys.page(id) });
  }, caseKeys.all);
  if (page.isPending) return <Loading />;
  if (page.isError) return <Failed error={page.error} onRetry={() => void page.refetch()} />;
  const more = newest < MOST ? () => setNewest(newest + CONTACTS) : undefined;
  return <Whole page={page.data} reading={page.isPlaceholderData} onEarlier={more} />;
}

/** @param onEarlier absent once no more of them fit on one page */
function Whole({ page, reading, onEarlier }: { page: Page; reading: boolean; onEarlier?: () => void }) {
  const { t } = useTranslation('desk');
  const standing = useStanding();
  const go = useNavigate();
  const { view, mergedInto, mayHandle, contacts, earlier, conversations, promises } = page;
  const [chosen, setChosen] = useState<string[]>([]);
  const [doing, setDoing] = useState<'join' | 'part' | 'rename'>();
  const close = () => setDoing(undefined);
  const there = chosen.filter((one) => contacts.some((contact) => contact.id === one));
  const changes = mayHandle && !mergedInto;
  return (
    <div className={classes.page}>
      <PageHead title={view.subject || t('noSubject')} up={{ to: '/cases', label: t('cases.place') }}
        lead={<><span className="numbers">{t('caseNumber', { number: view.number })}</span>{' · '}<span>{standing(view)}</span></>}>
        {changes && <Button variant="subtle" color="gray" leftSection={<IconPencil size={17} />} onClick={() => setDoing('rename')}>{t('cases.rename')}</Button>}
        {changes && <Button variant="light" leftSection={<IconArrowMerge size={17} />} onClick={() => setDoing('join')}>{t('cases.join')}</Button>}
      </PageHead>
      {mergedInto && (
        <Alert variant="light" icon={<IconArrowMerge />} mb="md">
          {t('cases.wentTo')}{' '}<Anchor component={Link} inherit to={`/cases/${mergedInto.id}`}>{t('caseNumber', { number: mergedInto.number })}</Anchor>
        </Alert>
      )}
      <SilenceLine caseView={view} handles={mayHandle && !mergedInto} />
      <CaseFacts page={page} />
      <CaseFor page={page} />
      {!mergedInto && <CaseSubState page={page} />}
      <FieldsOfCase id={view.id} frame={(content) => (
        <section className={classes.section} aria-label={t('app:fields.ofCase')}>
          <Text component="h2" fw={650} mb="sm">{t('app:fields.ofCase')}</Text>
          <div style={{ maxWidth: 420 }}>{content}</div>
        </section>
      )} />
      {contacts.length > 0 && (
        <section className={classes.section} aria-label={t('cases.conversations')}>
          <Group justify="space-between" mb="sm">
            <Text component="h2" fw={650}>{t('cases.conversations')}</Text>
            {changes && contacts.length + earlier > 1 && (
              <Button size="compact-md" variant="light" disabled={there.length === 0} leftSection={<IconArrowsSplit2 size={17} />} onClick={() => setDoing('part')}>
                {t('cases.takeOut', { count: there.length })}
              </Button>
            )}
          </Group>
          {earlier > 0 && (
            <Group gap="sm" mb="sm">
              <Text size="sm" c="dimmed">{t('cases.earlier', { count: earlier })}</Text>
              {onEarlier && <Button size="compact-sm" variant="light" loading={reading} onClick={onEarlier}>{t('cases.showEarlier')}</Button>}
            </Group>
          )}
          <CaseConversations page={page} chosen={there} onChoose={changes && contacts.length + earlier > 1 ? setChosen : undefined} />
        </section>
      )}
      <Promises promises={promises} brand={view.brand} conversation={conversations[0]?.id ?? ''} handles={mayHandle} />
      <CaseChanges page={page} />
      {doing === 'rename' && <RenameModal id={view.id} subject={view.subject} onClose={close} />}
      {doing === 'join' && <JoinModal id={view.id} number={view.number} brand={view.brand} customer={view.customer} onClose={close} onJoined={(into) => void go(`/cases/${into}`)} />}
      {doing === 'part' && <TakeOutModal page={page} contacts={there} onClose={close} onDone={() => setChosen([])} />}
    </div>
  );
}
