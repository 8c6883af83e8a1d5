import { useFormat } from '@app/format';
import type { Gesture } from '@app/gestures/api';
import { KindIcon, useGestureName } from '@app/gestures/kinds';
import { useUser } from '@app/session';
import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Effect } from './Effect';
import { GestureActions } from './GestureActions';
import classes from './Gestures.module.css';

/** One gesture: what, to whom, by whom and why; what became of it, and what may be done. */
export function GestureItem({ gesture }: { gesture: Gesture }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const name = useGestureName();
  const me = useUser().id;
  const customer = gesture.customerName ?? t('gestures.unknown');
  const what = `${name(gesture)}, ${format.money(gesture.amountMinor, gesture.currency)}`;
  const label = `${what}, ${customer}`;
  const giver = gesture.giver === me ? t('gestures.you') : gesture.giverName;
  const { decided, ended, talked } = gesture;
  return (
    <article className={classes.card} aria-label={t('gestures.label', { label })}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Group gap={8} wrap="nowrap" style={{ minWidth: 0 }}><KindIcon kind={gesture.kind} size={18} /><Text fw={650} style={{ overflowWrap: 'anywhere' }}>{what}</Text></Group>
        <Text size="sm" fw={600} className={classes.state} data-state={gesture.state}>{t(`app:gestures.state.${gesture.state}`)} · {format.moment(gesture.givenAt ?? gesture.askedAt)}</Text>
      </Group>
      <Text mt={4}>{t('gestures.for', { customer })}</Text>
      <Text size="sm" mt={2} className={classes.words}>{gesture.why}</Text>
      <Text size="sm" c="dimmed" mt={4}>{giver}{gesture.teamName && ` · ${gesture.teamName}`}</Text>
      {(gesture.aboveMandate || gesture.overBudget || gesture.promised) && (
        <Group gap={6} mt={6}>
          {gesture.aboveMandate && <Badge tt="none" className={classes.mark}>{t('gestures.above', { mandate: format.money(gesture.mandateMinor, gesture.currency) })}</Badge>}
          {gesture.promised && <Badge tt="none" variant="default" fw={500}>{t('gestures.promised')}</Badge>}
          {gesture.overBudget && <Badge tt="none" className={classes.mark}>{t('gestures.overBudget')}</Badge>}
        </Group>
      )}
      {decided && <Said text={t(gesture.state === 'TURNED_DOWN' ? 'gestures.turnedDownBy' : 'gestures.approvedBy', { name: decided.by ?? t('gestures.somebody'), time: format.moment(decided.at) })} words={decided.words} />}
      {ended && <Said text={t(gesture.state === 'CANCELLED' ? 'gestures.cancelledBy' : 'gestures.withdrawnBy', { name: ended.by ?? t('gestures.somebody'), time: format.moment(ended.at) })} words={ended.words} />}
      {talked && <Said text={t('gestures.talkedBy', { name: talked.by ?? t('gestures.somebody'), time: format.moment(talked.at) })} words={talked.words} />}
      <Text size="sm" mt={4}><Anchor component={Link} inherit to={`/desk/all/${gesture.conversation}`}>{t('gestures.case', { number: gesture.caseNumber })}</Anchor></Text>
      <GestureActions gesture={gesture} label={label} />
      {gesture.state === 'GIVEN' && gesture.customer && <Effect gesture={gesture} />}
    </article>
  );
}

function Said({ text, words }: { text: string; words?: string }) {
  return <Text size="sm" mt={4}>{text}{words && <Text span display="block" c="dimmed" className={classes.words}>{words}</Text>}</Text>;
}
