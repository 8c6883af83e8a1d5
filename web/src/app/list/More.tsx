import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The button under a list that has more; give it the result of `usePagedList`. */
export function More({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <Center p="sm">
      <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>
    </Center>
  );
}
