import { toastNews, toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { Loading } from '@app/states';
import { ActionIcon, Button, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePromising, useUsualPromises, type Act, type SaidAct, type Usual } from './api';
import { OwnPromise } from './OwnPromise';
import { offerUndo } from './undo';
import { wordsFor } from './words';

interface Props {
  conversation: string;
  brand: string;
  /** The customer's. */
  language?: string;
  /** Puts the words where the customer reads them. */
  onPromised: (words: string) => void;
  /** The promise was undone, so the customer must not read them. */
  onTakenBack: (words: string) => void;
}

/** Promises something in two clicks: what it is and by when. The words go into the answer, the promise comes back as work. */
export function Promising({ conversation, brand, language, onPromised, onTakenBack }: Props) {
  const { t } = useTranslation('desk');
  const zone = useZone(brand);
  const format = useFormat(zone);
  const [opened, show] = useDisclosure();
  const [own, setOwn] = useState(false);
  const usual = useUsualPromises(conversation, opened);
  // then one goes on in the answer, where the words stand
  const [promised, setPromised] = useState(false);
  const [ownWords, setOwnWords] = useState<string>();
  const queries = useQueryClient();
  const { give, settle } = usePromising(conversation);
  const attempt = useRef<{ key: string; what: string }>(undefined);

  const promise = async (wanted: { from?: string; due: string } & ({ act: SaidAct; words?: undefined } | { act: Act; words: string })) => {
    const words = wanted.words === undefined ? await wordsFor(wanted.act, wanted.from, wanted.due, language, zone) : wanted.words;
    // the very same has the same key until it is through: asking again after a lost answer stays one promise
    const what = JSON.stringify([wanted, words]);
    if (attempt.current?.what !== what) attempt.current = { key: crypto.randomUUID(), what };
    const { id } = await give.mutateAsync({ ...wanted, words, clientKey: attempt.current.key });
    attempt.current = undefined;
    setOwnWords(undefined);
    setPromised(true);
    close();
    onPromised(words);
    offerUndo(queries, conversation, words, (stillUntold) => toastUndo(t('promising.done', { time: format.moment(wanted.due) }), t('app:undo'), () => {
      takeBack(id, words, stillUntold).catch(toastProblem);
    }));
  };
  const takeBack = async (id: string, words: string, stillUntold: () => Promise<boolean>) => {
    if (!await stillUntold()) {
      toastNews({ message: t('promising.toldAlready'), color: 'orange', autoClose: 9000, role: 'alert' });
      return;
    }
    await settle.mutateAsync({ id, outcome: 'WITHDRAWN' });
    onTakenBack(words);
  };
  // what failed is shown where it was asked
  const ask = (wanted: Parameters<typeof promise>[0]) => void promise(wanted).catch(() => undefined);
  const close = () => { show.close(); setOwn(false); };

  return (
    <Popover opened={opened} onChange={(open) => { if (!open && !give.isPending) close(); }} position="top-start" trapFocus returnFocus={!promised} withArrow shadow="md" width={340} middlewares={{ flip: true, shift: true, size: true }}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('promising.open')} title={t('promising.open')} aria-expanded={opened} onClick={() => { if (opened) close(); else { give.reset(); setPromised(false); show.open(); } }}>
          <IconCalendarHeart size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('promising.title')} style={{ overflowY: 'auto' }}>
        <Stack gap={8}>
          <Text fw={650} tabIndex={-1} data-autofocus={usual.isPending || undefined} style={{ outline: 'none' }}>{t('promising.title')}</Text>
          {own
            ? <OwnPromise busy={give.isPending} error={give.error} language={language} zone={zone} proposed={usual.data?.[0]?.due} words={ownWords} onWords={setOwnWords} onPromise={ask} onBack={() => { setOwn(false); give.reset(); }} />
            : (
              <>
                {usual.isPending && <Loading height={80} />}
                {usual.isError && <ProblemNote error={usual.error} />}
                {usual.data?.length === 0 && <Text size="sm">{t('promising.closed')}</Text>}
                {usual.data?.map((one, index) => (
                  <Choice key={`${one.act} ${one.due}`} first={index === 0} usual={one} zone={zone} busy={give.isPending} onChoose={() => ask({ act: one.act, from: one.from, due: one.due })} />
                ))}
                <ProblemNote error={give.error} />
                <Button variant="subtle" color="gray" onClick={() => setOwn(true)}>{t('promising.own')}</Button>
              </>
            )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** @param first it has the focus, also when it comes a moment later than the window */
function Choice({ first, usual, zone, busy, onChoose }: { first: boolean; usual: Usual; zone?: string; busy: boolean; onChoose: () => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat(zone);
  const date = format.day(usual.from ?? usual.due);
  const day = date === format.day(new Date().toISOString()) ? t('promising.today') : date;
  const time = usual.from ? t('promising.span', { from: format.time(usual.from), due: format.time(usual.due) }) : t('promising.before', { due: format.time(usual.due) });
  return (
    <Button variant="default" autoFocus={first} justify="flex-start" h="auto" py={8} disabled={busy} onClick={onChoose} styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}>
      <span>{t(`promising.act.${usual.act}`)}<Text span display="block" size="sm" c="dimmed" fw={400}>{day}, {time}</Text></span>
    </Button>
  );
}
