import { useFormat } from '@app/format';
import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fromField, toField } from '../promises/moments';

export interface Time { other: boolean; at: string; why: string }

interface Props {
  usual: string;
  value: Time;
  onChange: (value: Time) => void;
  errors: { dueAt?: string; why?: string };
}

/** A field knows no seconds. */
const minute = 60_000;

/** How far the chosen time is from the usual one, in minutes; nothing while none is chosen. */
const fromUsual = (time: Time, usual: string) => {
  const at = time.other ? fromField(time.at) : undefined;
  return at === undefined ? undefined : Math.round((Date.parse(at) - Math.floor(Date.parse(usual) / minute) * minute) / minute);
};

/** As it is sent; nothing for the usual time, also where it was chosen as another. */
export const timeAsked = (time: Time, usual: string) => (time.other && fromUsual(time, usual) !== 0 ? { dueAt: fromField(time.at), why: time.why.trim() || undefined } : {});

export const isSooner = (time: Time, usual: string) => (fromUsual(time, usual) ?? 0) < 0;

/** By when a question is to be answered: as the department usually does, or at another time. */
export function OtherTime({ usual, value, onChange, errors }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const sooner = isSooner(value, usual);
  const asUsual = fromUsual(value, usual) === 0;
  return (
    <Stack gap={8} role="group" aria-label={t('consult.time.label')}>
      <Text size="sm">{t('consult.due', { at: format.due(usual) })}</Text>
      <SegmentedControl style={{ alignSelf: 'flex-start' }} aria-label={t('consult.time.label')} value={value.other ? 'other' : 'usual'}
        onChange={(chosen) => onChange({ ...value, other: chosen === 'other', at: value.at || toField(usual) })}
        data={[{ value: 'usual', label: t('consult.time.usual') }, { value: 'other', label: t('consult.time.other') }]} />
      {value.other && (
        <>
          <TextInput type="datetime-local" label={t('consult.time.at')} required value={value.at} error={errors.dueAt}
            description={value.at && t(asUsual ? 'consult.time.usualHelp' : sooner ? 'consult.time.soonerHelp' : 'consult.time.laterHelp')} onChange={(event) => onChange({ ...value, at: event.currentTarget.value })} />
          {!asUsual && <TextInput label={t(sooner ? 'consult.time.whySooner' : 'consult.time.why')} required={sooner} maxLength={500} value={value.why} error={errors.why}
            onChange={(event) => onChange({ ...value, why: event.currentTarget.value })} />}
        </>
      )}
    </Stack>
  );
}
