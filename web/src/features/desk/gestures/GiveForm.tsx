import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import type { AtHand, GestureChoice } from '@app/gestures/api';
import { useGestureName } from '@app/gestures/kinds';
import { useFormat } from '@app/format';
import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Reach } from './Reach';

export interface Wanted { amountMinor?: number; why: string; promised: boolean }

interface Props {
  choice: GestureChoice;
  atHand: AtHand;
  busy: boolean;
  error: unknown;
  onGive: (wanted: Wanted) => void;
  onBack: () => void;
}

/** How much, where that is free, and why; and whether the customer knows already. */
export function GiveForm({ choice, atHand, busy, error, onGive, onBack }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const name = useGestureName();
  const [amount, setAmount] = useState<number | string>(choice.free ? '' : choice.amountMinor / 100);
  const [why, setWhy] = useState('');
  const [promised, setPromised] = useState(false);
  const [asked, ask] = useState(false);
  const minor = typeof amount === 'number' ? Math.round(amount * 100) : undefined;
  const beyond = choice.free && minor !== undefined && minor > choice.amountMinor;
  const above = beyond || minor !== undefined && minor > atHand.mandateMinor;
  const said = promised ? beyond ? 'giving.honouredBeyond' : 'giving.honoured' : beyond ? 'giving.beyond' : 'giving.above';
  const most = format.money(choice.amountMinor, choice.currency);
  const refused = error ? Problem.of(error).fieldErrors : {};
  const submit = () => {
    ask(true);
    if (minor !== undefined && why.trim() && (promised || !beyond)) onGive({ amountMinor: choice.free ? minor : undefined, why: why.trim(), promised });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); submit(); }} noValidate>
      <Stack gap={10}>
        <Text fw={550}>{name(choice)}{!choice.free && `, ${most}`}</Text>
        {choice.free && (
          <NumberInput autoFocus required label={t('giving.amount')} description={t(above && promised ? 'giving.upToHonoured' : 'giving.upTo', { price: most })} decimalScale={2} min={0}
            clampBehavior="none" hideControls decimalSeparator={t('giving.decimal')} value={amount} onChange={setAmount}
            error={asked && minor === undefined ? t('promising.needed') : asked && beyond && !promised ? t('giving.tooMuch', { price: most }) : refused.amountMinor} />
        )}
        <Textarea autoFocus={!choice.free} required label={t('giving.why')} description={t('giving.whyHelp')} autosize minRows={1} maxLength={500} value={why}
          error={asked && !why.trim() ? t('promising.needed') : refused.why} onChange={(event) => setWhy(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); submit(); } }} />
        {above && <Checkbox label={t('giving.promised')} description={t('giving.promisedHelp')} checked={promised} onChange={(event) => setPromised(event.currentTarget.checked)} />}
        <Reach atHand={atHand} amount={minor} />
        {above && <Text size="sm">{t(said)}</Text>}
        {error !== null && <ProblemNote error={Object.keys(refused).length > 0 && !refused.choice ? null : error} />}
        <Group gap="xs">
          <Button type="submit" loading={busy}>{t(above && !beyond && !promised ? 'giving.ask' : 'giving.give')}</Button>
          <Button variant="subtle" color="gray" onClick={onBack}>{t('promising.back')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
