import { toastDone, toastProblem } from '@app/announce';
import { Meanwhile } from '@app/form/Meanwhile';
import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { key, oneKey, texts, useFollowTexts, useText, type TextBlock } from './api';
import { Preview } from './Preview';
import { TextForm, type Values } from './TextForm';

/** One text block, to change or, where it is not one's to change, to read. */
export default function TextPage() {
  const { id = '' } = useParams();
  const block = useText(id);
  useFollowTexts();
  if (block.isPending) return <Loading />;
  if (block.isError) return <Failed error={block.error} onRetry={() => void block.refetch()} />;
  return <Opened key={id} now={block.data} />;
}

function Opened({ now }: { now: TextBlock }) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const { brands } = useUser();
  const queries = useQueryClient();
  // what stands in the form; a colleague's change is shown when one asks for it
  const [mine, setMine] = useState(now);
  const [round, setRound] = useState(0);
  const { id, mayChange } = mine;
  const inForm = ({ own, brand = '', language, shortcut, name, words }: TextBlock): Values => ({ own, brand, language, shortcut, name, words });
  const keep = (block: TextBlock) => {
    setMine(block);
    queries.setQueryData(oneKey(id), block);
    void queries.invalidateQueries({ queryKey: key });
  };
  const archive = () => texts.archive(id, !mine.archived).then((block) => {
    keep(block);
    toastDone(t(block.archived ? 'archived' : 'broughtBack'));
  }, (failure) => {
    toastProblem(failure);
    void queries.invalidateQueries({ queryKey: oneKey(id) });
  });
  const where = [mine.own ? t('texts.own') : t('texts.shared'), brands.find((one) => one.id === mine.brand)?.name ?? t('everyBrand'), t(`texts.in.${mine.language}`)].join(' · ');
  return (
    <Stack gap="md" maw={1100}>
      <PageHead title={mine.name} up={{ to: '/texts', label: t('texts.place') }} lead={where}>
        {mine.archived && <Badge size="lg" variant="light" color="gray">{t('archived')}</Badge>}
      </PageHead>
      {mayChange && now.version > mine.version && <Meanwhile onShow={() => { setMine(now); setRound((before) => before + 1); }} />}
      {mine.archived && <Alert variant="light" color="gray">{t('texts.archivedHelp')}</Alert>}
      {mayChange ? (
        <TextForm key={round} values={inForm(mine)} onSave={async ({ own: _own, ...wanted }) => {
          const kept = await texts.change(id, mine.version, wanted);
          keep(kept);
          return inForm(kept);
        }} />
      ) : (
        <>
          <Text>{t('texts.calledWith')} <strong>/{now.shortcut}</strong></Text>
          <Preview words={now.words} brand={now.brand ?? ''} language={now.language} />
          <Text size="sm" c="dimmed">{t('texts.notYours')}</Text>
        </>
      )}
      {mayChange && (
        <Group gap="xs">
          <Button variant="subtle" color="gray" onClick={() => void archive()}>{t(mine.archived ? 'bringBack' : 'archive')}</Button>
        </Group>
      )}
      <Text size="sm" c="dimmed">
        {mine.changedBy ? t('texts.changed', { name: mine.changedBy, time: format.moment(mine.changedAt) }) : t('texts.changedAt', { time: format.moment(mine.changedAt) })}
      </Text>
    </Stack>
  );
}
