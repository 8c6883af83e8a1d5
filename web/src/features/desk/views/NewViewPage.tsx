import { toastDone } from '@app/announce';
import { PageHead } from '@app/list/PageHead';
import { Failed, Loading } from '@app/states';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { keys } from '../api';
import { viewPath } from '../places';
import { savedViews, useView } from './api';
import { askedOf, empty, valuesOf, type Values } from './values';
import { ViewForm } from './ViewForm';

/** A new view, or a copy of another one. */
export default function NewViewPage() {
  const [params] = useSearchParams();
  const from = params.get('from');
  return from ? <Copy from={from} /> : <New values={empty} />;
}

function Copy({ from }: { from: string }) {
  const { t } = useTranslation('desk');
  const view = useView(from);
  // what was typed stays when reading it again fails
  if (view.isPending) return <Loading />;
  if (!view.data) return <Failed error={view.error} onRetry={() => void view.refetch()} />;
  return <New values={{ ...valuesOf(view.data), team: '', name: t('views.copyOf', { name: view.data.name }).slice(0, 60) }} />;
}

function New({ values }: { values: Values }) {
  const { t } = useTranslation('desk');
  const go = useNavigate();
  const queries = useQueryClient();
  return (
    <>
      <PageHead title={t('views.add')} lead={t('views.lead')} up={{ to: '/desk', label: t('place') }} />
      <ViewForm values={values} onSave={async (wanted) => {
        const { name, team } = wanted;
        const made = await savedViews.create({ name, team: team || undefined, asked: askedOf(wanted) });
        toastDone(t('app:saved'));
        await queries.invalidateQueries({ queryKey: keys.views });
        return () => void go(viewPath(made.id), { replace: true });
      }} />
    </>
  );
}
