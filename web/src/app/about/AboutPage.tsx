import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format';
import { PageHead } from '../list/PageHead';
import { SearchField } from '../list/SearchField';
import { Empty } from '../states/Empty';
import { Failed } from '../states/Failed';
import { Loading } from '../states/Loading';
import classes from './About.module.css';

interface Part { name: string; version: string; licences: string[]; text?: string; by?: string }

interface Notices { parts: Part[]; texts: string[] }

/** What Hartslag is, its licence, and whose work it stands on. */
export default function AboutPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [words, setWords] = useState('');
  const notices = useQuery({
    queryKey: ['notices'], staleTime: Infinity,
    queryFn: async () => {
      const lists: Notices[] = [(await import('../../../../notices/server.json')).default, (await import('../../../../notices/web.json')).default];
      return lists.flatMap(({ parts, texts }) => parts.map((part) => ({ ...part, texts: (part.text ?? '').split(' ').filter(Boolean).map((index) => texts[Number(index)]!) })));
    },
  });
  const parts = useMemo(() => (notices.data ?? []).filter((part) =>
    `${part.name} ${part.licences.join(' ')}`.toLowerCase().includes(words.toLowerCase())), [notices.data, words]);
  return (
    <Stack maw={760} gap="lg">
      <div><PageHead title={t('about.title')} lead={t('about.lead')} /></div>
      <section className={classes.card}>
        <Title order={2} size="h4" mb={4}>{t('about.licence')}</Title>
        <Text size="sm">{t('about.licenceText')}</Text>
        <Text size="sm" c="dimmed" mt="sm">{t('about.trademark')}</Text>
      </section>
      <section aria-labelledby="notices">
        <Title order={2} size="h3" id="notices">{t('about.notices')}</Title>
        <Text size="sm" c="dimmed" mb="sm">{t('about.noticesLead', { count: notices.data?.length ?? 0, number: format.number(notices.data?.length ?? 0) })}</Text>
        <div className={classes.bar}><SearchField value={words} onChange={setWords} label={t('about.search')} /></div>
        {notices.isPending ? <Loading /> : notices.isError ? <Failed error={notices.error} onRetry={() => void notices.refetch()} />
          : parts.length === 0 ? <Empty title={t('about.none')} height={160} /> : (
            <ul className={classes.list}>
              {parts.map((part) => <li key={part.name + part.version}><OnePart part={part} /></li>)}
            </ul>
          )}
      </section>
    </Stack>
  );
}

function OnePart({ part }: { part: Part & { texts: string[] } }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const title = <><Text span fw={550} size="sm" className={classes.name}>{part.name}</Text> <Text span size="sm" c="dimmed">{part.version}</Text><Text span size="sm" c="dimmed" className={classes.licence}>{part.licences.join(', ')}</Text></>;
  if (part.texts.length === 0 && !part.by) return <div className={classes.row}>{title}</div>;
  return (
    <details className={classes.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.row}>{title}</summary>
      {open && (
        <div className={classes.text}>
          {part.by && <Text size="sm" mb="xs">{t('about.by')} <Anchor href={part.by} target="_blank" rel="noreferrer">{part.by}</Anchor></Text>}
          {part.texts.length > 0 && <pre>{part.texts.join('\n\n')}</pre>}
        </div>
      )}
    </details>
  );
}
