import { PageHead } from '@app/list/PageHead';
import { toastProblem } from '@app/announce';
import { Empty, Failed, Loading } from '@app/states';
import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, routing, useCapacity } from '../api';
import type { Capacity, PersonCapacity } from '../types';
import classes from './Capacity.module.css';
import { CapacityRow } from './CapacityRow';

/** How much each person may have in hand. */
export default function CapacityPage() {
  const { t } = useTranslation('routing');
  const people = useCapacity();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const show = (person: PersonCapacity) => queries.setQueryData<PersonCapacity[]>(keys.capacity, (all) =>
    all?.map((one) => (one.user === person.user ? person : one)));
  const failed = (failure: unknown) => {
    toastProblem(failure);
    void queries.invalidateQueries({ queryKey: keys.capacity });
  };
  const change = useMutation({
    mutationFn: ({ person, capacity }: { person: PersonCapacity; capacity: Capacity }) => routing.setCapacity(person.user, capacity),
    onMutate: ({ person, capacity }) => show({ ...person, capacity, usual: false }),
    onError: failed,
  });
  const reset = useMutation({
    mutationFn: (person: PersonCapacity) => routing.resetCapacity(person.user),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.capacity }),
    onError: failed,
  });

  if (people.error) return <Failed error={people.error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Loading />;
  const shown = people.data.filter((person) => person.name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <>
      <PageHead title={t('capacity.place')} lead={t('capacity.lead')} />
      {people.data.length === 0 ? <Empty icon={IconUsers} title={t('capacity.none')}>{t('capacity.noneDetail')}</Empty> : (
        <>
          <TextInput type="search" mb="md" maw={360} leftSection={<IconSearch size={16} />} aria-label={t('capacity.find')} placeholder={t('capacity.find')}
            value={text} onChange={(event) => setText(event.currentTarget.value)} />
          {shown.length === 0 && <Empty title={t('capacity.noMatch')} action={<Button variant="light" onClick={() => setText('')}>{t('app:clear')}</Button>} />}
          {shown.length > 0 && (
            <ul className={classes.list}>
              {shown.map((person) => (
                <CapacityRow key={person.user} person={person} onChange={(capacity) => change.mutate({ person, capacity })} onReset={() => reset.mutate(person)} />
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}
