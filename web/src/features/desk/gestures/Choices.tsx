import type { AtHand, GestureChoice } from '@app/gestures/api';
import { KindIcon, useGestureName } from '@app/gestures/kinds';
import { useFormat } from '@app/format';
import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Reach } from './Reach';

/** From this many on one searches instead of reading all. */
const many = 8;

/** What may be given, each with what it costs. */
export function Choices({ atHand, onChoose }: { atHand: AtHand; onChoose: (choice: GestureChoice) => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const name = useGestureName();
  const [search, setSearch] = useState('');
  if (atHand.choices.length === 0) return <Text size="sm" c="dimmed">{t('giving.nothing')}</Text>;
  const shown = atHand.choices.filter((one) => name(one).toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <>
      {atHand.choices.length > many && <TextInput autoFocus aria-label={t('giving.search')} placeholder={t('giving.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />}
      {shown.length === 0 && <Text size="sm" c="dimmed">{t('giving.noneFound')}</Text>}
      {shown.map((one, at) => {
        const price = format.money(one.amountMinor, one.currency);
        return (
          <Button key={one.id} autoFocus={at === 0 && atHand.choices.length <= many} variant="default" justify="flex-start" h="auto" py={8} leftSection={<KindIcon kind={one.kind} size={18} />} onClick={() => onChoose(one)}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}>
            <span>{name(one)}<Text span display="block" size="sm" c="dimmed" fw={400}>{one.free ? t('giving.upTo', { price }) : price}</Text></span>
          </Button>
        );
      })}
      <Reach atHand={atHand} />
    </>
  );
}
