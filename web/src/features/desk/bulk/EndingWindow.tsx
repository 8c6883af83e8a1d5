import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { useUser } from '@app/session';
import { Button, Checkbox, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../api';
import { Cause } from '../handling/Cause';
import { ReasonTree } from '../handling/ReasonTree';
import type { Registration, Result, Row } from '../types';
import type { What } from './api';

const results: Result[] = ['SOLVED', 'ANSWERED', 'FORWARDED', 'NO_ANSWER_NEEDED', 'UNREACHABLE', 'SPAM'];
const states = ['SOLVED', 'WAITING_FOR_CUSTOMER', 'OPEN'] as const;
const written = 'YYYY-MM-DDTHH:mm';

interface Props { title: string; rows: Row[]; onClose: () => void; onLook: (what: What) => Promise<unknown> }

/** How many conversations are to end: their case, and what is registered where nothing was yet. */
export function EndingWindow({ title, rows, onClose, onLook }: Props) {
  const { t } = useTranslation('desk');
  const { brands } = useUser();
  const here = brands.filter((one) => rows.some((row) => row.brand === one.id));
  const [brand, setBrand] = useState(here[0]?.id);
  const [caseState, setCaseState] = useState<(typeof states)[number]>('SOLVED');
  const [at, setAt] = useState(() => dayjs().add(1, 'day').hour(9).minute(0).format(written));
  const [registered, setRegistered] = useState<Registration>({});
  const [unreadToo, setUnreadToo] = useState(false);
  const choices = useChoices(brand);
  const result = registered.result ?? (caseState === 'SOLVED' ? 'SOLVED' : 'ANSWERED');
  const look = useMutation({
    mutationFn: () => onLook({
      wrapUp: { brand: brand!, caseState, registration: { ...registered, result }, comesBackAt: caseState === 'OPEN' && at ? dayjs(at).toISOString() : undefined, unreadToo },
    }),
  });
  const wrong = look.error ? Problem.of(look.error).fieldErrors : {};
  return (
    <Modal opened onClose={onClose} title={`${t('wrapUp.open')}: ${title}`} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); look.mutate(); }}>
        <Stack>
          {here.length > 1 && (
            <Select label={t('bulk.brand')} description={t('bulk.brandHelp')} allowDeselect={false} value={brand ?? null} error={wrong.brand}
              data={here.map((one) => ({ value: one.id, label: one.name }))} onChange={(one) => { if (one) { setBrand(one); setRegistered({}); } }} />
          )}
          <Radio.Group label={t('bulk.becomes')} value={caseState} onChange={(one) => setCaseState(one as typeof caseState)} error={wrong.caseState}>
            <Stack gap={6} mt={6}>{states.map((one) => <Radio key={one} value={one} label={t(`bulk.state.${one}`)} />)}</Stack>
          </Radio.Group>
          {caseState === 'OPEN' && (
            <TextInput type="datetime-local" label={t('comeBack.moment')} value={at} min={dayjs().format(written)} error={wrong.comesBackAt} onChange={(event) => setAt(event.currentTarget.value)} />
          )}
          <ReasonTree reasons={choices.data?.reasons ?? []} value={registered.reason} error={wrong.reason} onChange={(reason) => setRegistered({ ...registered, reason })} />
          <Cause choices={choices.data} contact={registered} errors={wrong} onChange={(cause) => setRegistered({ ...registered, process: undefined, ...cause })} />
          <Select label={t('wrapUp.result')} allowDeselect={false} data={results.map((one) => ({ value: one, label: t(`result.${one}`) }))} error={wrong.result}
            value={result} onChange={(one) => one && setRegistered({ ...registered, result: one as Result })} />
          <Checkbox label={t('bulk.unreadToo')} description={t('bulk.unreadTooHelp')} checked={unreadToo} onChange={(event) => setUnreadToo(event.currentTarget.checked)} />
          {Object.keys(wrong).length === 0 && <ProblemNote error={choices.error ?? look.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={look.isPending}>{t('bulk.look')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
