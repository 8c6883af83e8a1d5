import { useFormat } from '@app/format';
import { Anchor, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CasePage } from './api';

/** Whose it is, since when, how long it took, and how often he had to come. */
export function CaseFacts({ page: { view, customerName, reopened } }: { page: CasePage }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const took = view.solvedAt && Date.parse(view.solvedAt) - Date.parse(view.openedAt);
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
      <Fact label={t('customer')}>
        {view.customer ? <Anchor component={Link} inherit to={`/customers/${view.customer}`}>{customerName ?? t('unknownCustomer')}</Anchor> : t('unknownCustomer')}
      </Fact>
      <Fact label={t('cases.opened')}>{format.moment(view.openedAt)}</Fact>
      <Fact label={took ? t('cases.took') : t('cases.since')}>{format.span(took || Date.now() - Date.parse(view.openedAt))}</Fact>
      <Fact label={t('cases.came')}>{t('cases.contacts', { count: view.contacts })}{reopened > 0 && ` · ${t('cases.reopened', { count: reopened })}`}</Fact>
    </SimpleGrid>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">{label}</Text>
      <Text component="div" fw={550} style={{ overflowWrap: 'anywhere' }}>{children}</Text>
    </div>
  );
}
