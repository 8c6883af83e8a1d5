import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Box, Button, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenApi, type OpenApi, type Operation } from './api';
import { OneOperation } from './OneOperation';
import classes from './Platform.module.css';

export interface Route { method: string; path: string; operation: Operation }

function byTag(api: OpenApi, sought: string): [string, Route[]][] {
  const tags = new Map<string, Route[]>();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const text = `${method} ${path} ${operation.summary ?? ''}`.toLowerCase();
      if (!text.includes(sought.toLowerCase())) continue;
      const tag = operation.tags?.[0] ?? '-';
      tags.set(tag, [...(tags.get(tag) ?? []), { method, path, operation }]);
    }
  }
  return [...tags].sort(([one], [other]) => one.localeCompare(other));
}

/** The contract of the interface, as the server itself describes it. */
export default function ApiPage() {
  const { t } = useTranslation('platform');
  const api = useOpenApi();
  const [sought, setSought] = useState('');
  const tags = useMemo(() => (api.data ? byTag(api.data, sought) : []), [api.data, sought]);
  if (api.isPending) return <Loading />;
  if (api.isError) return <Failed error={api.error} onRetry={() => void api.refetch()} />;
  return (
    <>
      <PageHead title={t('api.title')} lead={t('api.lead')}>
        <Button component="a" href="/api/openapi.json" download variant="default" leftSection={<IconDownload size={16} />}>{t('api.download')}</Button>
      </PageHead>
      <Box maw={760} mb="lg">
        <Title order={2} size="h4" mb={4}>{t('api.againTitle')}</Title>
        <Text size="sm">{t('api.again')}</Text>
      </Box>
      <Box maw={420} mb="lg"><SearchField value={sought} onChange={setSought} label={t('api.search')} /></Box>
      {tags.length === 0 ? <Empty title={t('api.none')} /> : (
        <div className={classes.api} lang="en">
          <nav aria-label={t('api.subjects')}>{tags.map(([tag]) => <Anchor key={tag} size="sm" href={`#${encodeURIComponent(tag)}`}>{tag}</Anchor>)}</nav>
          <div>
            {tags.map(([tag, routes]) => (
              <section key={tag} id={encodeURIComponent(tag)} style={{ marginBottom: 32 }}>
                <Title order={2} size="h3" mb="xs">{tag}</Title>
                {routes.map((route) => <OneOperation key={route.method + route.path} route={route} schemas={api.data.components?.schemas ?? {}} problems={api.data.components?.examples ?? {}} />)}
              </section>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
