import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { Problem } from '@app/api/problem';
import { useZone } from '@app/session';
import { ActionIcon, Button, Checkbox, Group, Menu, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePromiseReceivers, usePromising, type Outcome } from './api';
import { fromField, toField } from './moments';
import { order, useThere } from './there';

interface Props { id: string; conversation: string; brand: string; owner: string; words: string; from?: string; dueAt: string }
type Doing = 'broken' | 'withdraw' | 'move' | 'hand';

/** What one can do with a promise that is still to be kept. */
export function PromiseActions({ id, conversation, brand, owner, words, from, dueAt }: Props) {
  const { t } = useTranslation('desk');
  const zone = useZone(brand);
  const [doing, setDoing] = useState<Doing>();
  const { settle, reopen, move, handOver } = usePromising(conversation);
  const more = useRef<HTMLButtonElement>(null);
  const done = () => { setDoing(undefined); requestAnimationFrame(() => more.current?.focus()); };
  // said also when the list, read anew, has let this line go by then
  const end = (outcome: Outcome, why?: string) => void settle.mutateAsync({ id, outcome, why }).then(() => {
    done();
    toastUndo(t(`promised.toast.${outcome}`), t('app:undo'), () => { reopen.mutateAsync(id).catch(toastProblem); });
  }, (error: unknown) => {
    // only the server knows by which moment it counts, and so whether words are needed
    if (outcome === 'WITHDRAWN' && !why && Problem.of(error).fieldErrors.why) { settle.reset(); setDoing('withdraw'); }
  });
  const failed = settle.error ?? move.error ?? handOver.error;
  return (
    <Stack gap={8} mt={8} onKeyDown={(event) => { if (event.key === 'Escape' && doing) event.stopPropagation(); }}>
      {!doing && (
        <Group gap={6}>
          <Button size="compact-sm" variant="light" leftSection={<IconCheck size={15} />} loading={settle.isPending} aria-label={t('promised.keptLabel', { words })} onClick={() => end('KEPT')}>{t('promised.kept')}</Button>
          <Menu position="bottom-start" returnFocus>
            <Menu.Target><ActionIcon ref={more} variant="subtle" color="gray" aria-label={t('promised.more', { words })}><IconDots size={17} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setDoing('move')}>{t('promised.move')}</Menu.Item>
              <Menu.Item onClick={() => setDoing('hand')}>{t('promised.hand')}</Menu.Item>
              <Menu.Item onClick={() => end('WITHDRAWN')}>{t('promised.withdraw')}</Menu.Item>
              <Menu.Item onClick={() => setDoing('broken')}>{t('promised.break')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
      {doing === 'broken' && <Broken busy={settle.isPending} error={settle.error} onBreak={(why) => end('BROKEN', why)} onCancel={done} />}
      {doing === 'withdraw' && <Withdrawn busy={settle.isPending} error={settle.error} onWithdraw={end} onCancel={done} />}
      {doing === 'move' && <Move zone={zone} from={from} dueAt={dueAt} busy={move.isPending} error={move.error} onCancel={done} onMove={(moment) => move.mutate({ id, ...moment }, { onSuccess: done })} />}
      {doing === 'hand' && <HandOver id={id} owner={owner} busy={handOver.isPending} error={handOver.error} onCancel={done} onHand={(to) => handOver.mutate({ id, owner: to }, { onSuccess: done })} />}
      {failed && Object.keys(Problem.of(failed).fieldErrors).length === 0 && <ProblemNote error={failed} />}
    </Stack>
  );
}

interface Doable { busy: boolean; onCancel: () => void }

function Broken({ busy, error, onBreak, onCancel }: Doable & { error: unknown; onBreak: (why: string) => void }) {
  const { t } = useTranslation('desk');
  const [why, setWhy] = useState('');
  const [asked, ask] = useState(false);
  const wrong = asked && !why.trim() ? t('promising.needed') : error ? Problem.of(error).fieldErrors.why : undefined;
  return (
    <form onSubmit={(event) => { event.preventDefault(); ask(true); if (why.trim()) onBreak(why.trim()); }} noValidate>
      <Stack gap={8}>
        <Textarea autoFocus label={t('promised.why')} description={t('promised.whyHelp')} required autosize minRows={2} maxLength={500} value={why} error={wrong} onChange={(event) => setWhy(event.currentTarget.value)} />
        <Buttons busy={busy} submit={t('promised.breakNow')} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

/** What is late is taken back with words: by the customer, or because we could not, and then it is not kept. */
function Withdrawn({ busy, error, onWithdraw, onCancel }: Doable & { error: unknown; onWithdraw: (outcome: Outcome, why: string) => void }) {
  const { t } = useTranslation('desk');
  const [whose, setWhose] = useState<Outcome>('WITHDRAWN');
  const [why, setWhy] = useState('');
  const [asked, ask] = useState(false);
  const wrong = asked && !why.trim() ? t('promising.needed') : error ? Problem.of(error).fieldErrors.why : undefined;
  return (
    <form onSubmit={(event) => { event.preventDefault(); ask(true); if (why.trim()) onWithdraw(whose, why.trim()); }} noValidate>
      <Stack gap={8}>
        <Radio.Group label={t('promised.late')} value={whose} onChange={(value) => setWhose(value as Outcome)}>
          <Stack gap={6} mt={4}>
            <Radio autoFocus value="WITHDRAWN" label={t('promised.byCustomer')} />
            <Radio value="BROKEN" label={t('promised.byUs')} />
          </Stack>
        </Radio.Group>
        <Textarea label={t('promised.withdrawWhy')} description={t('promised.whyHelp')} required autosize minRows={2} maxLength={500} value={why} error={wrong} onChange={(event) => setWhy(event.currentTarget.value)} />
        <Buttons busy={busy} submit={t('promised.withdrawNow')} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function Move({ zone, from, dueAt, busy, error, onMove, onCancel }: Doable & { zone?: string; from?: string; dueAt: string; error: unknown; onMove: (moment: { from?: string; due?: string; agreed: boolean; words?: string }) => void }) {
  const { t } = useTranslation('desk');
  const there = useThere(zone);
  const [start, setStart] = useState(from && Date.parse(from) > Date.now() ? toField(from) : '');
  const [end, setEnd] = useState(toField(dueAt));
  const [agreed, setAgreed] = useState(false);
  const [words, setWords] = useState('');
  const [asked, ask] = useState(false);
  const wrong = error ? Problem.of(error).fieldErrors : {};
  const missing = !agreed && !words.trim();
  return (
    <form onSubmit={(event) => { event.preventDefault(); ask(true); if (!missing) onMove({ from: fromField(start), due: fromField(end), agreed, words: words.trim() || undefined }); }} noValidate>
      <Stack gap={8}>
        <TextInput autoFocus type="datetime-local" label={t('promising.from')} description={there(start)} inputWrapperOrder={order} value={start} error={wrong.from} onChange={(event) => setStart(event.currentTarget.value)} />
        <TextInput type="datetime-local" label={t('promising.due')} description={there(end)} required value={end} error={wrong.due} onChange={(event) => setEnd(event.currentTarget.value)} />
        <Checkbox label={t('promised.agreed')} description={t('promised.agreedHelp')} checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
        <Textarea label={t('promised.moveWhy')} description={t('promised.whyHelp')} required={!agreed} autosize minRows={2} maxLength={500} value={words}
          error={asked && missing ? t('promising.needed') : wrong.words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Buttons busy={busy} submit={t('promised.moveNow')} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function HandOver({ id, owner, busy, error, onHand, onCancel }: Doable & { id: string; owner: string; error: unknown; onHand: (to: string) => void }) {
  const { t } = useTranslation('desk');
  const receivers = usePromiseReceivers(id, true);
  const others = (receivers.data ?? []).filter((one) => one.id !== owner);
  return (
    <Group gap={8} align="flex-end">
      <Select autoFocus label={t('promised.to')} searchable disabled={busy} data={others.map((one) => ({ value: one.id, label: one.name }))}
        nothingFoundMessage={receivers.isPending ? t('app:loading') : t('promised.nobody')} error={receivers.isError ? t('promised.nobody') : error ? Problem.of(error).fieldErrors.owner : undefined}
        onChange={(to) => to && onHand(to)} />
      <Button variant="subtle" color="gray" onClick={onCancel}>{t('app:cancel')}</Button>
    </Group>
  );
}

function Buttons({ busy, submit, onCancel }: { busy: boolean; submit: string; onCancel: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Group gap={8}>
      <Button type="submit" size="compact-md" loading={busy}>{submit}</Button>
      <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>{t('app:cancel')}</Button>
    </Group>
  );
}
