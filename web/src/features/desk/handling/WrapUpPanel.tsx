import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { readAgain } from '@app/fields/api';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { ActionIcon, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeConversation, desk, readNewer, useChoices, useSubStates } from '../api';
import { firstDue } from '../promises/due';
import { PromiseActions } from '../promises/PromiseActions';
import type { CaseState, Contact, OpenConversation, Registration, Result, WrapUp } from '../types';
import classes from './Handling.module.css';
import { AskedFields } from './AskedFields';
import { Cause } from './Cause';
import { guidanceOf } from '../guidance/api';
import { KeepOpen } from './KeepOpen';
import { ReasonTree } from './ReasonTree';
import { SubState } from './SubState';
import { Suggestions } from './Suggestions';
import { WroteMeanwhile } from './WroteMeanwhile';

/** The customer wrote something that whoever closes had not seen. */
const wroteMeanwhile = 'contacts/customer-wrote-meanwhile';
const fieldsEmpty = 'contacts/fields-empty';
type Ending = Omit<WrapUp, 'registration'>;
const results: Result[] = ['SOLVED', 'ANSWERED', 'FORWARDED', 'NO_ANSWER_NEEDED', 'UNREACHABLE', 'SPAM'];

/** What comes of it when nobody says so. */
const usual = (caseState: CaseState): Result => (caseState === 'SOLVED' ? 'SOLVED' : 'ANSWERED');

interface Props {
  open: OpenConversation;
  contact: Contact;
  /** The last message that stood on screen long enough to be read. */
  seenSeq: number;
  /** Put the focus on "solve", because that is what was asked for. */
  solveFirst: boolean;
  /** In the column of the customer rather than beside the messages. */
  column: boolean;
  onClose: () => void;
}

/** Registers why the customer came while the talk goes on, beside it and never over it; each choice is kept at once. */
export function WrapUpPanel({ open, contact, seenSeq, solveFirst, column, onClose }: Props) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const queries = useQueryClient();
  const [keeping, setKeeping] = useState(false);
  const choices = useChoices(contact.brand);
  const subStates = useSubStates(contact.brand).data?.subStates ?? [];
  // until he chooses one it stands as it does, also when a colleague changes that meanwhile
  const [chosen, setChosen] = useState<{ id?: string }>();
  const standing = chosen ? chosen.id : open.caseView.subState?.id;
  const within = subStates.find((one) => one.id === standing);
  const solve = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const dutch = i18n.language === 'nl';

  useEffect(() => {
    if (solveFirst) solve.current?.focus();
    else panel.current?.focus();
  }, [solveFirst]);

  const register = useMutation({
    mutationFn: (change: Registration) => desk.register(contact.id, change),
    onSuccess: () => {
      end.reset();
      // another reason, other guidelines and fields
      void queries.invalidateQueries({ queryKey: guidanceOf(contact.id) });
      void readAgain(queries);
    },
    onMutate: (change) => changeConversation(queries, open.conversation.id, (now) => ({ ...now, contact: now.contact && { ...now.contact, ...(change.cause && { process: undefined }), ...change } })),
  });
  const end = useMutation({
    mutationFn: (ending: Ending) => desk.wrapUp(contact.id, {
      ...ending,
      registration: { reason: contact.reason, cause: contact.cause, process: contact.process, result: contact.result ?? usual(ending.caseState) },
    }),
    onSuccess: (_, { caseState, comesBackAt }) => {
      toastDone(t(others > 0 ? 'cases.partEnded' : caseState === 'OPEN' && !comesBackAt ? 'ended.forPromise' : `ended.${caseState}`, { time: comesBackAt && format.moment(comesBackAt) }));
      onClose();
    },
    onError: (failed) => Problem.of(failed).code === wroteMeanwhile && readNewer(queries, open.conversation.id),
  });
  const close = (caseState: CaseState, comesBackAt?: string) => end.mutate({ caseState, seenSeq, comesBackAt, subState: (within?.state ?? open.caseView.state) === caseState ? standing : undefined });
  const closing = (caseState: CaseState) => end.isPending && end.variables.caseState === caseState;
  const failure = end.error ?? register.error;
  const problem = failure ? Problem.of(failure) : undefined;
  const wrong = problem?.fieldErrors ?? {};
  const refused = end.error ? end.variables : undefined;
  const asked = open.consults.filter((one) => !one.settledAt);
  // who waits or is helped in another conversation of the same case
  const others = open.caseView.notEnded - 1;
  const promised = open.promises.filter((one) => one.given && !one.settledAt);
  const due = firstDue(open.promises);

  return (
    <aside className={classes.wrapUp} data-column={column || undefined} aria-label={t('wrapUp.title')} ref={panel} tabIndex={-1}
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) onClose(); }}>
      <Group justify="space-between" mb="sm">
        <Title order={3}>{t('wrapUp.title')}</Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('app:close')} onClick={onClose}><IconX size={18} /></ActionIcon>
      </Group>
      <Stack gap="md">
        <Suggestions contact={contact.id} lastSeq={open.conversation.lastSeq} reasons={choices.data?.reasons ?? []} chosen={contact.reason} onChoose={(reason) => register.mutate({ reason })} />
        <ReasonTree reasons={choices.data?.reasons ?? []} value={contact.reason} error={wrong.reason} onChange={(reason) => register.mutate({ reason })} />
        <Cause choices={choices.data} contact={contact} errors={wrong} onChange={(cause) => register.mutate(cause)} />
        <Select label={t('wrapUp.result')} placeholder={t('wrapUp.choose')} data={results.map((one) => ({ value: one, label: t(`result.${one}`) }))} error={wrong.result}
          value={contact.result ?? null} onChange={(result) => result && register.mutate({ result: result as Result })} />
        <AskedFields key={contact.id} contact={contact} result={contact.result ?? usual(refused?.caseState ?? 'SOLVED')} errors={wrong} onKept={() => end.reset()} />
        {promised.length > 0 && (
          <section aria-label={t('promised.stillOpen')}>
            <Text fw={600} size="sm">{t('promised.stillOpen')}</Text>
            {promised.map(({ id, given, dueAt }) => (
              <div key={id}>
                <Text size="sm" mt={6} style={{ overflowWrap: 'anywhere' }}>{given!.words}</Text>
                <PromiseActions id={id} brand={contact.brand} conversation={open.conversation.id} owner={given!.owner} words={given!.words} from={given!.from} dueAt={dueAt} />
              </div>
            ))}
          </section>
        )}
        {problem?.code === wroteMeanwhile && refused
          ? (
            <WroteMeanwhile problem={problem}
              unseen={open.messages.filter((one) => one.seq > refused.seenSeq && one.direction === 'in' && !one.automatic)}
              onClose={() => end.mutate({ ...refused, seenSeq: open.conversation.lastSeq })} />
          )
          : (Object.keys(wrong).length === 0 || problem?.code === fieldsEmpty) && <ProblemNote error={failure} />}
        {asked.length > 0 && (
          <section aria-label={t('consult.stillOpen')}>
            <Text fw={600} size="sm">{t('consult.stillOpen')}</Text>
            {asked.map((one) => <Text key={one.id} size="sm" mt={6} style={{ overflowWrap: 'anywhere' }}>{dutch ? one.departmentNl : one.departmentEn}: {one.question}</Text>)}
          </section>
        )}
        {others > 0 && <Text size="sm">{t('cases.others', { count: others })}</Text>}
        <SubState all={subStates} label={t('subState.label')} description={t('subState.help')} error={wrong.subState} value={standing}
          onChange={(one) => { setChosen({ id: one?.id }); setKeeping(one?.state === 'OPEN'); }} />
        <Stack gap={8}>
          <Button ref={solve} onClick={() => close('SOLVED')} loading={closing('SOLVED')}>{t('wrapUp.solve')}</Button>
          <Button variant="light" onClick={() => close('WAITING_FOR_CUSTOMER')} loading={closing('WAITING_FOR_CUSTOMER')}>{t('wrapUp.waitForCustomer')}</Button>
          {asked.some((one) => one.state === 'open') && (
            <Button variant="light" onClick={() => close('WAITING_FOR_DEPARTMENT')} loading={closing('WAITING_FOR_DEPARTMENT')}>{t('consult.waiting')}</Button>
          )}
          {promised.some((one) => one.given!.bringsBack) && !keeping && (
            <Button variant="light" onClick={() => close('OPEN')} loading={closing('OPEN')}>{t('wrapUp.keepForPromise')}</Button>
          )}
          {!keeping && <Button variant="subtle" color="gray" onClick={() => setKeeping(true)}>{t('wrapUp.keepOpen')}</Button>}
        </Stack>
        {keeping && <KeepOpen key={within?.id} promised={due && { dueAt: due.dueAt, brand: contact.brand }} days={within?.comesBackDays} error={wrong.comesBackAt} busy={closing('OPEN')} onKeep={(at) => close('OPEN', at)} onCancel={() => setKeeping(false)} />}
        <Text size="xs" c="dimmed">{t('wrapUp.kept')}</Text>
      </Stack>
    </aside>
  );
}
