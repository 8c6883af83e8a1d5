import { toastNews, toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { useGestures, useGesturesAtHand, type Gesture, type GestureChoice } from '@app/gestures/api';
import { ProblemNote } from '@app/form/ProblemNote';
import { Loading } from '@app/states';
import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconGift } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../promises/undo';
import { Choices } from './Choices';
import { GiveForm, type Wanted } from './GiveForm';
import { Here } from './Here';

interface Props {
  conversation: string;
  /** Puts the words where the customer reads them. */
  onGiven: (words: string) => void;
  /** It was undone, so the customer must not read them. */
  onTakenBack: (words: string) => void;
}

/** Gives something in two clicks and a word: what, and why. Above one's mandate somebody else decides, unless the customer was told. */
export function Giving({ conversation, onGiven, onTakenBack }: Props) {
  const { t } = useTranslation('desk');
  const [opened, show] = useDisclosure();
  const [choice, choose] = useState<GestureChoice>();
  // then one goes on in the answer, where the words stand
  const [given, setGiven] = useState(false);
  const atHand = useGesturesAtHand(conversation, opened);
  const queries = useQueryClient();
  const { give, withdraw } = useGestures();
  const attempt = useRef<{ key: string; what: string }>(undefined);
  const close = () => { show.close(); choose(undefined); give.reset(); };

  const send = async (wanted: Wanted) => {
    // the very same has the same key until it is through: asking again after a lost answer stays one gesture
    const what = JSON.stringify([choice!.id, wanted]);
    if (attempt.current?.what !== what) attempt.current = { key: crypto.randomUUID(), what };
    const gesture = await give.mutateAsync({ conversation, choice: choice!.id, ...wanted, clientKey: attempt.current.key });
    attempt.current = undefined;
    setGiven(gesture.state === 'GIVEN');
    close();
    if (gesture.state === 'GIVEN') onGiven(gesture.words);
    if (gesture.state === 'GIVEN') {
      offerUndo(queries, conversation, gesture.words, (stillUntold) => toastUndo(t('giving.done'), t('app:undo'), () => void unlessTold(gesture, stillUntold).catch(toastProblem)));
    } else toastUndo(t('giving.asked'), t('app:undo'), () => takeBack(gesture));
  };
  const unlessTold = async (gesture: Gesture, stillUntold: () => Promise<boolean>) => {
    if (await stillUntold()) takeBack(gesture);
    else toastNews({ message: t('giving.toldAlready'), color: 'orange', autoClose: 9000, role: 'alert' });
  };
  const takeBack = (gesture: Gesture) => void withdraw.mutateAsync(gesture.id).then(() => onTakenBack(gesture.words), toastProblem);

  return (
    <Popover opened={opened} onChange={(open) => { if (!open && !give.isPending) close(); }} position="top-start" trapFocus returnFocus={!given} withArrow shadow="md" width={340} middlewares={{ flip: true, shift: true, size: true }}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('giving.open')} title={t('giving.open')} aria-expanded={opened} onClick={() => { if (opened) close(); else { setGiven(false); show.open(); } }}>
          <IconGift size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('giving.title')} style={{ overflowY: 'auto' }}>
        <Stack gap={8}>
          <Text fw={650} tabIndex={-1} data-autofocus style={{ outline: 'none' }}>{t('giving.title')}</Text>
          {atHand.isPending && <Loading height={80} />}
          {atHand.isError && <ProblemNote error={atHand.error} />}
          {atHand.data && !choice && <Here here={atHand.data.here} onWords={(words) => { setGiven(true); close(); onGiven(words); }} onTakeBack={takeBack} />}
          {atHand.data && !choice && <Choices atHand={atHand.data} onChoose={choose} />}
          {atHand.data && choice && (
            <GiveForm choice={choice} atHand={atHand.data} busy={give.isPending} error={give.error} onBack={() => { choose(undefined); give.reset(); }}
              onGive={(wanted) => void send(wanted).catch(() => undefined)} />
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
