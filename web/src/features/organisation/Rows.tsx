import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Button, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowChanges } from './api';
import classes from './List.module.css';

interface Props<T> {
  /** Where its texts stand: `title`, `lead`, `add`, `none`, `noneHelp`. */
  texts: 'brands' | 'sites' | 'partners' | 'departments' | 'calendars';
  query: { data?: T[]; isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };
  onOpen: (item: T | undefined) => void;
  row: (item: T) => ReactNode;
  heading?: ReactNode;
}

/** A page of settings that is a list: choose one to change it, or add one. */
export function Rows<T extends { id: string }>({ texts, query, onOpen, row, heading }: Props<T>) {
  const { t } = useTranslation('organisation');
  useFollowChanges();
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => onOpen(undefined)}>{t(`${texts}.add`)}</Button>;
  return (
    <>
      {heading ?? <PageHead title={t(`${texts}.title`)} lead={t(`${texts}.lead`)}>{add}</PageHead>}
      {query.isPending ? <Loading /> : query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : query.data!.length === 0 ? (
        <Empty title={t(`${texts}.none`)} action={add} height={200}>{t(`${texts}.noneHelp`)}</Empty>
      ) : (
        <ul className={classes.list}>
          {query.data!.map((item) => (
            <li key={item.id}><UnstyledButton className={classes.row} onClick={() => onOpen(item)}>{row(item)}</UnstyledButton></li>
          ))}
        </ul>
      )}
    </>
  );
}
