import { toastDone, toastProblem } from '@app/announce';
import { useConfirm } from '@app/confirm';
import { Meanwhile } from '@app/form/Meanwhile';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { guidelines, key, oneKey, useGuideline, type Guideline } from '../api';
import { useInLanguage } from '../useInLanguage';
import { FigureRow } from './FigureRow';
import { GuidelineForm } from './GuidelineForm';
import { Versions } from './Versions';

/** One guideline: what is being written, what became of it, and everything that held before. */
export default function GuidelinePage() {
  const { id = '' } = useParams();
  const guideline = useGuideline(id);
  if (guideline.isPending) return <Loading />;
  if (guideline.isError) return <Failed error={guideline.error} onRetry={() => void guideline.refetch()} />;
  return <Opened key={id} now={guideline.data} />;
}

function Opened({ now }: { now: Guideline }) {
  const { t } = useTranslation('knowledge');
  const me = useUser();
  const say = useInLanguage();
  const confirm = useConfirm();
  const queries = useQueryClient();
  // what stands in the form; a colleague's change is shown when one asks for it
  const [mine, setMine] = useState(now);
  const [round, setRound] = useState(0);
  const { id, brand } = mine;
  const keep = (guideline: Guideline) => {
    setMine(guideline);
    queries.setQueryData(oneKey(id), guideline);
    void queries.invalidateQueries({ queryKey: [...key, 'list'] });
    void queries.invalidateQueries({ queryKey: [...key, 'versions', id] });
  };
  const act = (change: () => Promise<Guideline>, done: string, anew = false) => void change().then((guideline) => {
    keep(guideline);
    if (anew) setRound((before) => before + 1);
    toastDone(done);
  }, (failure) => {
    toastProblem(failure);
    void queries.invalidateQueries({ queryKey: oneKey(id) });
  });
  const discard = async () => {
    if (await confirm({ title: t('discard'), body: t('discardHelp'), confirm: t('discard'), danger: true })) act(() => guidelines.discard(id, mine.version), t('discarded'), true);
  };
  const theirs = now.version > mine.version;
  return (
    <Stack gap="lg" maw={980}>
      <PageHead title={say(mine.content.titleNl, mine.content.titleEn)} up={{ to: '/guidelines', label: t('place') }}
        lead={<>{me.brands.find((one) => one.id === brand)?.name} · {t('ownedBy', { name: mine.ownerName })}</>}>
        {mine.published > 0 && <Badge size="lg" variant="light">{t('version', { number: mine.published })}</Badge>}
        {mine.draft && <Badge size="lg" variant="default">{t('draft')}</Badge>}
      </PageHead>
      {theirs && <Meanwhile onShow={() => { setMine(now); setRound((before) => before + 1); }} />}
      {mine.archived && <Alert variant="light" color="gray">{t('archivedHelp')}</Alert>}
      {mine.published > 0 && <FigureRow figures={mine.figures} guideline={id} />}
      <GuidelineForm key={round} brand={brand} content={mine.content} guideline={mine}
        onSave={async (content) => {
          const saved = await guidelines.draft(id, mine.version, content);
          keep(saved);
          return saved;
        }}
        onPublish={async (version, note) => {
          const published = await guidelines.publish(id, version, note);
          keep(published);
          return published;
        }} />
      <Group gap="xs">
        {mine.owner !== me.id && <Button variant="default" onClick={() => act(() => guidelines.takeOver(id), t('takenOver'))}>{t('takeOver')}</Button>}
        {mine.draft && mine.published > 0 && <Button variant="subtle" color="gray" onClick={() => void discard()}>{t('discard')}</Button>}
        <Button variant="subtle" color="gray" onClick={() => act(() => guidelines.archive(id, !mine.archived), t(mine.archived ? 'broughtBack' : 'archived'))}>{t(mine.archived ? 'bringBack' : 'archive')}</Button>
        {mine.published > 0 && <Anchor component={Link} to={`/guidelines/deviations?shown=all&guideline=${id}`} size="sm">{t('deviations.ofThis')}</Anchor>}
      </Group>
      {mine.owner === me.id && <Text size="sm" c="dimmed">{t('yours')}</Text>}
      {mine.published > 0 && <Versions guideline={id} />}
    </Stack>
  );
}
