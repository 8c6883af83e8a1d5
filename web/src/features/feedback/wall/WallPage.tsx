import { ActionIcon, Button, Group, Select, Stack, Switch, Text, Title, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconPresentation, IconQuote, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { http } from '@app/api/http';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { useLive } from '@app/live';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { useCompliments } from '../api';
import type { Compliment } from '../types';
import classes from './Wall.module.css';

/** Good words of customers, for whoever earned them. */
export default function WallPage() {
  const { t } = useTranslation('feedback');
  const { brands } = useUser();
  const { may } = useSession();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const get = (name: string) => search.get(name) ?? undefined;
  const hidden = search.get('hidden') === 'true';
  const set = (changes: Record<string, string | null>) => setSearch((before) => {
    const next = new URLSearchParams(before);
    Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
    return next;
  }, { replace: true });
  const list = useCompliments({ brand: get('brand'), user: get('user'), team: get('team'), hidden: hidden || undefined });
  useLive('compliment.changed', () => void queries.invalidateQueries({ queryKey: ['compliments'] }), ['compliments']);

  const hide = useMutation({
    mutationFn: ({ id, away }: { id: string; away: boolean }) => (away ? http.put(`/api/compliments/${id}/hidden`) : http.delete(`/api/compliments/${id}/hidden`)),
    onSuccess: (_, { id, away }) => {
      if (away) toastUndo(t('wall.hidden'), t('app:undo'), () => hide.mutate({ id, away: false }));
      return queries.invalidateQueries({ queryKey: ['compliments'] });
    },
  });
  const chosen = get('name');

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>{t('wall.place')}</Title>
          <Text c="dimmed">{t('wall.lead')}</Text>
        </div>
        <Button component={Link} to={`/wall/hall?${search}`} variant="light" leftSection={<IconPresentation size={18} aria-hidden="true" />}>{t('wall.hall')}</Button>
      </Group>
      <Group gap="sm">
        {brands.length > 1 && (
          <Select aria-label={t('filter.brand')} placeholder={t('filter.brand')} clearable w={180} value={get('brand') ?? null}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(brand) => set({ brand })} />
        )}
        {chosen && (
          <Button size="compact-md" variant="light" rightSection={<IconX size={14} aria-hidden="true" />} onClick={() => set({ user: null, team: null, name: null })}>
            {t('wall.of', { name: chosen })}
          </Button>
        )}
        {may('compliments.moderate') && <Switch label={t('wall.showHidden')} checked={hidden} onChange={(event) => set({ hidden: event.currentTarget.checked ? 'true' : null })} />}
      </Group>
      {hide.isError && <ProblemNote error={hide.error} />}
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <Empty icon={IconQuote} title={t('wall.none')}>{t('wall.noneLead')}</Empty>}
      <div className={classes.wall}>
        {list.items.map((one) => (
          <Praise key={one.id} praise={one} onPerson={(user, name) => set({ user, team: null, name })} onTeam={(team, name) => set({ team, user: null, name })}
            onHide={may('compliments.moderate') ? () => hide.mutate({ id: one.id, away: !one.hidden }) : undefined} />
        ))}
      </div>
      <More {...list} />
    </Stack>
  );
}

interface PraiseProps {
  praise: Compliment;
  onPerson: (user: string, name: string) => void;
  onTeam: (team: string, name: string) => void;
  onHide?: () => void;
}

function Praise({ praise, onPerson, onTeam, onHide }: PraiseProps) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const what = praise.hidden ? t('wall.show') : t('wall.hide');
  return (
    <article className={classes.praise}>
      <blockquote>{praise.words}</blockquote>
      <footer>
        <Group justify="space-between" wrap="nowrap" align="flex-end">
          <div>
            {praise.person && <button type="button" className={classes.who} onClick={() => onPerson(praise.user!, praise.person!)}>{praise.person}</button>}
            <div>
              {praise.teamName && <><button type="button" className={classes.who} onClick={() => onTeam(praise.team!, praise.teamName!)}>{praise.teamName}</button>{' · '}</>}
              {t('wall.gave', { score: praise.score })}{' · '}<time dateTime={praise.at}>{format.moment(praise.at)}</time>
            </div>
          </div>
          {onHide && (
            <Tooltip label={what}><ActionIcon variant="subtle" color="gray" aria-label={what} onClick={onHide}>{praise.hidden ? <IconEye size={18} /> : <IconEyeOff size={18} />}</ActionIcon></Tooltip>
          )}
        </Group>
      </footer>
    </article>
  );
}
