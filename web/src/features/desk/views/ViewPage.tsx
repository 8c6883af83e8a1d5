import { toastDone } from '@app/announce';
import { Meanwhile } from '@app/form/Meanwhile';
import { PageHead } from '@app/list/PageHead';
import { Failed, Loading } from '@app/states';
import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useFormat } from '@app/format';
import { keys } from '../api';
import { viewPath } from '../places';
import { savedViews, useView, useViews, type SavedView } from './api';
import { askedOf, valuesOf } from './values';
import { ViewForm } from './ViewForm';

/** One view, to change. */
export default function ViewPage() {
  const { id = '' } = useParams();
  useViews();
  const view = useView(id);
  // what was typed stays when reading it again fails
  if (view.isPending) return <Loading />;
  if (!view.data) return <Failed error={view.error} onRetry={() => void view.refetch()} />;
  return <Opened key={id} now={view.data} />;
}

function Opened({ now }: { now: SavedView }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const go = useNavigate();
  const queries = useQueryClient();
  // what stands in the form; a colleague's change is shown when one asks for it
  const [mine, setMine] = useState(now);
  const list = viewPath(mine.id);
  return (
    <>
      <PageHead title={mine.name} lead={t('views.lead')} up={{ to: list, label: t('views.toList') }} />
      {now.version > mine.version && <Meanwhile onShow={() => setMine(now)} />}
      {mine.mayChange
        ? (
          <ViewForm key={mine.version} values={valuesOf(mine)} onSave={async (wanted) => {
            const { name, team } = wanted;
            const kept = await savedViews.change(mine.id, mine.version, { name, team: team || undefined, asked: askedOf(wanted) });
            toastDone(t('app:saved'));
            return () => {
              void go(list);
              queries.setQueryData([...keys.views, mine.id], kept);
              for (const queryKey of [keys.views, keys.rows, keys.viewCounts]) void queries.invalidateQueries({ queryKey });
            };
          }} />
        )
        : (
          <>
            <Text mb="sm">{t('views.notYours', { team: mine.teamName ?? '' })}</Text>
            <Button component={Link} to={`/views/new?from=${mine.id}`} variant="light">{t('views.copy')}</Button>
          </>
        )}
      <Text size="sm" c="dimmed" mt="lg">{t('views.changed', { name: mine.changedBy, time: format.moment(mine.changedAt) })}</Text>
    </>
  );
}
