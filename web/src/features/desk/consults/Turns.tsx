import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Button, Group, Radio, Select, Stack, Switch, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadForAnswer, useConsulting, useOthers, type Consult } from './api';
import { WordsForm } from './WordsForm';

type Doing = 'nothing' | 'answer' | 'back' | 'more' | 'pass';
const besides = ['back', 'more', 'pass'] as const;

/** What a department does with a question: answer it (or give it back, where it answers the customer itself), ask something back, ask for more time, or pass it on. */
export function Turns({ consult }: { consult: Consult }) {
  const { t } = useTranslation('desk');
  const given = consult.answersCustomer;
  // whoever answers the customer gives it back to his colleague only when he means to
  const rest = given ? 'nothing' : 'answer';
  const [doing, setDoing] = useState<Doing>(rest);
  const first = useRef<HTMLButtonElement>(null);
  const { answer, askBack, moreTime } = useConsulting();
  const { id } = consult;
  const turns = [...(given ? ['answer' as const] : []), ...(consult.state !== 'returned' ? besides : [])];
  const back = () => { setDoing(rest); requestAnimationFrame(() => first.current?.focus()); };
  const done = (words: string) => { back(); toastDone(words); };
  return (
    <>
      {doing === 'answer' && (
        <WordsForm key="answer" autoFocus={given} label={t(given ? 'asked.giveBack.label' : 'asked.answer')} help={t(given ? 'asked.giveBack.help' : 'asked.answerHelp')} needed={t('consult.needAnswer')}
          submit={t(given ? 'asked.giveBack.submit' : 'asked.send')} field="answer" busy={answer.isPending} error={answer.error} upload={(file) => uploadForAnswer(id, file)} onCancel={given ? back : undefined}
          onSubmit={(words, _due, _key, uploads) => void answer.mutateAsync({ id, answer: words, uploads }).then(() => toastDone(t(given ? 'asked.giveBack.done' : 'asked.sent')), () => {})} />
      )}
      {doing === 'back' && (
        <WordsForm key="back" autoFocus label={t('asked.back.label')} help={t('asked.back.help')} needed={t('consult.needQuestion')} submit={t('asked.back.submit')} field="text" busy={askBack.isPending}
          error={askBack.error} onCancel={back} onSubmit={(text, _, clientKey) => void askBack.mutateAsync({ id, text, clientKey }).then(() => done(t('asked.back.done')), () => {})} />
      )}
      {doing === 'more' && (
        <WordsForm key="more" autoFocus label={t('asked.more.why')} help={t('asked.more.help')} needed={t('asked.more.needWhy')} submit={t('asked.more.submit')} field="why" longest={500}
          moment={{ label: t('consult.time.at'), needed: t('consult.time.needAt'), from: consult.dueAt }} busy={moreTime.isPending} error={moreTime.error} onCancel={back}
          onSubmit={(why, dueAt, clientKey) => void moreTime.mutateAsync({ id, why, dueAt: dueAt!, clientKey }).then(() => done(t('asked.more.done')), () => {})} />
      )}
      {doing === 'pass' && <PassOn consult={consult} onCancel={back} />}
      {turns.length > 0 && doing === rest && (
        <Group gap={4} mt={6} ml={-8}>
          {turns.map((one, index) => (
            <Button key={one} ref={index === 0 ? first : undefined} size="compact-sm" variant="subtle" onClick={() => setDoing(one)}>{t(one === 'answer' ? 'asked.giveBack.open' : `asked.${one}.open`)}</Button>
          ))}
        </Group>
      )}
    </>
  );
}

function PassOn({ consult, onCancel }: { consult: Consult; onCancel: () => void }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const others = useOthers(consult.id);
  const { pass } = useConsulting();
  const [department, setDepartment] = useState<string | null>(null);
  const [keeps, setKeeps] = useState('usual');
  // the conversation goes along by mail only when somebody says so
  const [along, setAlong] = useState(true);
  const [tried, setTried] = useState(false);
  const chosen = others.data?.find((one) => one.id === department);
  const mayGoAlong = chosen !== undefined && consult.sharesConversation && (Boolean(chosen.mail) || !consult.answersCustomer);
  const choose = (next: string | null) => { setDepartment(next); setAlong(!others.data?.find((one) => one.id === next)?.mail); };
  return (
    <div onSubmitCapture={() => setTried(true)}>
      <WordsForm label={t('asked.pass.why')} help={t('asked.pass.whyHelp')} needed={t('asked.pass.needWhy')} submit={t('asked.pass.submit')} field="why" longest={500} busy={pass.isPending} error={pass.error}
        onCancel={onCancel}
        extra={(refused) => (
          <Stack gap={8}>
            {others.isError && <ProblemNote error={others.error} />}
            <Select autoFocus openOnFocus={false} label={t('asked.pass.to')} placeholder={t('wrapUp.choose')} searchable disabled={others.isPending} value={department} onChange={choose}
              nothingFoundMessage={t('asked.pass.nobody')} error={refused.department ?? (tried && !department ? t('consult.needDepartment') : undefined)}
              data={(others.data ?? []).map((one) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }))} />
            {others.isSuccess && others.data.length === 0 && <Text size="sm" c="dimmed">{t('asked.pass.nobody')}</Text>}
            {chosen && (
              <Radio.Group label={t('consult.time.label')} value={keeps} onChange={setKeeps}>
                <Stack gap={6} mt={6}>
                  <Radio value="usual" label={t('asked.pass.usual', { at: format.due(chosen.dueNow) })} />
                  <Radio value="keep" label={t('asked.pass.keep', { at: format.due(consult.dueAt) })} disabled={Date.parse(consult.dueAt) < Date.now()}
                    description={Date.parse(consult.dueAt) < Date.parse(chosen.dueNow) ? t('asked.pass.keepHelp') : undefined} />
                </Stack>
              </Radio.Group>
            )}
            {chosen?.mail && <Text size="sm" c="dimmed">{t('asked.pass.byMail', { address: chosen.mail })}</Text>}
            {mayGoAlong && (
              <Switch label={t(consult.answersCustomer ? 'asked.pass.mails' : 'consult.shares')} checked={along} onChange={(event) => setAlong(event.currentTarget.checked)}
                description={t(consult.answersCustomer ? 'asked.pass.mailsHelp' : chosen.mail ? 'consult.sharesMail' : 'consult.sharesHelp')} />
            )}
          </Stack>
        )}
        onSubmit={(why, _, clientKey) => {
          if (department) void pass.mutateAsync({ id: consult.id, department, why, keepsTime: keeps === 'keep', clientKey, sharesConversation: mayGoAlong ? along : undefined }).then(() => toastDone(t('asked.pass.done')), () => {});
        }} />
    </div>
  );
}
