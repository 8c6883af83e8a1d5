import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { ActionIcon, Button, Group, Popover, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarHeart } from '@tabler/icons-react';
import { Problem } from '@app/api/problem';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePromising, type Act, type SaidAct } from './api';
import { fromField, nowIn, toField, usualPromises, type Usual } from './moments';
import { order, useThere } from './there';
import { wordsFor } from './words';

export const acts: Act[] = ['CALL_BACK', 'WRITE_BACK', 'REFUND', 'SEND', 'OTHER'];

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
  // then one goes on in the answer, where the words stand
  const [promised, setPromised] = useState(false);
  const [ownWords, setOwnWords] = useState<string>();
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
    toastUndo(t('promising.done', { time: format.moment(wanted.due) }), t('app:undo'), () => {
      settle.mutateAsync({ id, outcome: 'WITHDRAWN' }).then(() => onTakenBack(words), toastProblem);
    });
  };
  // what failed is shown where it was asked
  const ask = (wanted: Parameters<typeof promise>[0]) => void promise(wanted).catch(() => undefined);
  const close = () => { show.close(); setOwn(false); };

  return (
    <Popover opened={opened} onChange={(open) => { if (!open && !give.isPending) close(); }} position="top-start" trapFocus returnFocus={!promised} withArrow shadow="md" width={340}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('promising.open')} title={t('promising.open')} aria-expanded={opened} onClick={() => { if (opened) close(); else { give.reset(); setPromised(false); show.open(); } }}>
          <IconCalendarHeart size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('promising.title')}>
        <Stack gap={8}>
          <Text fw={650}>{t('promising.title')}</Text>
          {own
            ? <OwnPromise busy={give.isPending} error={give.error} language={language} zone={zone} words={ownWords} onWords={setOwnWords} onPromise={ask} onBack={() => { setOwn(false); give.reset(); }} />
            : (
              <>
                {usualPromises(nowIn(zone)).map((one) => (
                  <Choice key={one.key} usual={one} zone={zone} busy={give.isPending} onChoose={() => ask({ act: one.act, from: one.from, due: one.due })} />
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

function Choice({ usual, zone, busy, onChoose }: { usual: Usual; zone?: string; busy: boolean; onChoose: () => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat(zone);
  const day = format.day(usual.due);
  const time = usual.from ? t('promising.span', { from: format.time(usual.from), due: format.time(usual.due) }) : t('promising.before', { due: format.time(usual.due) });
  return (
    <Button variant="default" justify="flex-start" h="auto" py={8} disabled={busy} onClick={onChoose} styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}>
      <span>{t(`promising.act.${usual.act}`)}<Text span display="block" size="sm" c="dimmed" fw={400}>{day}, {time}</Text></span>
    </Button>
  );
}

interface OwnProps {
  busy: boolean;
  error: unknown;
  language?: string;
  zone?: string;
  /** Kept by the caller, so that closing loses nothing. */
  words?: string;
  onWords: (words: string | undefined) => void;
  onPromise: (wanted: { act: Act; from?: string; due: string; words: string }) => void;
  onBack: () => void;
}

function OwnPromise({ busy, error, language, zone, words, onWords, onPromise, onBack }: OwnProps) {
  const { t } = useTranslation('desk');
  const [act, setAct] = useState<Act>('CALL_BACK');
  const [from, setFrom] = useState('');
  const [due, setDue] = useState(() => toField(usualPromises(nowIn(zone))[0]!.due));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const refused = error ? Problem.of(error).fieldErrors : {};
  const there = useThere(zone);
  const submit = async () => {
    const missing = { ...(due ? {} : { due: t('promising.needed') }), ...(words?.trim() || (words === undefined && act !== 'OTHER') ? {} : { words: t('promising.needed') }) };
    setWrong(missing);
    if (Object.keys(missing).length > 0) return;
    const moments = { from: fromField(from), due: fromField(due)! };
    const said = words?.trim() ?? (act === 'OTHER' ? '' : await wordsFor(act, moments.from, moments.due, language, zone));
    onPromise({ act, ...moments, words: said });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); void submit(); }} noValidate>
      <Stack gap={10}>
        <Select label={t('promising.what')} data={acts.map((one) => ({ value: one, label: t(`promising.act.${one}`) }))} value={act} allowDeselect={false}
          comboboxProps={{ withinPortal: false }} onChange={(one) => one && setAct(one as Act)} data-autofocus />
        <Group gap={8} grow align="flex-start">
          <TextInput type="datetime-local" label={t('promising.from')} description={there(from)} inputWrapperOrder={order} value={from} error={refused.from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput type="datetime-local" label={t('promising.due')} description={there(due)} inputWrapperOrder={order} required value={due} error={wrong.due ?? refused.due} onChange={(event) => setDue(event.currentTarget.value)} />
        </Group>
        <Textarea label={t('promising.said')} description={t('promising.saidHelp')} autosize minRows={2} maxLength={500} value={words ?? ''} placeholder={act === 'OTHER' ? undefined : t('promising.saidBySelf')} required={act === 'OTHER'}
          error={wrong.words ?? refused.words} onChange={(event) => onWords(event.currentTarget.value || undefined)} />
        {error !== null && Object.keys(refused).length === 0 && <ProblemNote error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={busy}>{t('promising.give')}</Button>
          <Button variant="subtle" color="gray" onClick={onBack}>{t('promising.back')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
