import { toastProblem, useAnnounce } from '@app/announce';
import { http } from '@app/api/http';
import { useFormat } from '@app/format';
import { useLive } from '@app/live';
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { desk, keys } from '../api';
import type { Notice } from '../types';
import classes from './Duty.module.css';

/** What a team leader said to me, or somebody I coach asks, until I have read it; the oldest first, three at a time. */
export function Notices() {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const again = () => void queries.invalidateQueries({ queryKey: keys.notices });
  const unread = useQuery({ queryKey: keys.notices, queryFn: ({ signal }) => http.get<Notice[]>('/api/routing/notices', signal) });
  useLive('notice.sent', again, keys.notices);
  useLive('notice.read', again, keys.notices);
  const spoken = useRef(new Set<string>());
  useEffect(() => {
    const fresh = unread.data?.filter((one) => !spoken.current.has(one.id)) ?? [];
    fresh.forEach((one) => spoken.current.add(one.id));
    if (fresh.length > 0) announce(fresh.map((one) => t('notice.spoken', { by: one.by, words: one.words })).join(' '));
  }, [unread.data]);
  return unread.data?.slice(0, 3).map((notice) => <NoticeCard key={notice.id} notice={notice} />);
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () => desk.readNotice(notice.id),
    onSuccess: () => queries.setQueryData<Notice[]>(keys.notices, (all) => all?.filter((one) => one.id !== notice.id)),
    onError: toastProblem,
  });
  return (
    <section className={classes.offer} aria-label={t(`notice.from.${notice.kind}`, { by: notice.by, to: notice.to })}>
      <Text size="sm" c="dimmed">{t(`notice.from.${notice.kind}`, { by: notice.by, to: notice.to })}{' · '}{format.moment(notice.sentAt)}</Text>
      <Text my={6} fw={550} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{notice.words}</Text>
      <Group justify="flex-end">
        {notice.conversation && <Button variant="default" component={Link} to={`/desk/all/${notice.conversation}`}>{t('notice.look')}</Button>}
        <Button loading={read.isPending} onClick={() => read.mutate()}>{t('notice.read')}</Button>
      </Group>
    </section>
  );
}
