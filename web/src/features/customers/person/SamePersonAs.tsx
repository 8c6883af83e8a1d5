import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { Drawer, Text } from '@mantine/core';
import { IconZoomExclamation } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerKey, useCustomers, type Customer, type FoundCustomer } from '../api';
import classes from '../Customers.module.css';
import { merge, takeApart, usePreview, type Fact, type Side } from './api';
import { Compare } from './Compare';

interface Props {
  customer: Customer;
  /** Whom to look at at once. */
  first?: string;
  onClose: () => void;
}

/** Who else is this? Found, looked at beside each other, and made one. */
export function SamePersonAs({ customer, first, onClose }: Props) {
  const { t } = useTranslation('customers');
  const [other, setOther] = useState(first);
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={t('person.title', { name: customer.name ?? t('unnamed') })} closeButtonProps={{ 'aria-label': t('app:close') }}>
      {other ? <Both customer={customer} other={other} onBack={first ? onClose : () => setOther(undefined)} onClose={onClose} /> : <Find customer={customer} onChoose={setOther} />}
    </Drawer>
  );
}

function Find({ customer, onChoose }: { customer: Customer; onChoose: (id: string) => void }) {
  const { t } = useTranslation('customers');
  const [text, setText] = useState('');
  const found = useCustomers(text, customer.brand, text.trim() !== '');
  const others = found.items.filter((one) => one.id !== customer.id);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">{t('person.lead')}</Text>
      <SearchField first value={text} onChange={setText} label={t('search')} />
      <div style={{ marginTop: 16 }}>
        {text.trim() !== '' && found.isPending && <Loading height={120} />}
        {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} height={120} />}
        {text.trim() !== '' && found.isSuccess && others.length === 0 && <Empty icon={IconZoomExclamation} height={140} title={t('none', { text })}>{t('noneHelp')}</Empty>}
        {text.trim() !== '' && others.length > 0 && (
          <ul className={classes.list}>{others.map((one) => <li key={one.id}><Choice one={one} onChoose={() => onChoose(one.id)} /></li>)}</ul>
        )}
        {text.trim() !== '' && <More {...found} />}
      </div>
    </>
  );
}

function Choice({ one, onChoose }: { one: FoundCustomer; onChoose: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <button type="button" className={classes.choice} onClick={onChoose}>
      <Text component="span" fw={550} style={{ overflowWrap: 'anywhere' }}>{one.name ?? one.address ?? t('unnamed')}</Text>
      {one.name && one.address && <Text component="span" size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{one.address}</Text>}
    </button>
  );
}

function Both({ customer, other, onBack, onClose }: { customer: Customer; other: string; onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const queries = useQueryClient();
  const preview = usePreview(customer.id, other);
  const renew = () => queries.invalidateQueries({ queryKey: customerKey(customer.id) });
  const join = useMutation({
    mutationFn: ({ take, unproven }: { take: Fact[]; unproven: boolean; side: Side }) => merge(customer.id, other, take, unproven),
    onSuccess: (_, { side }) => {
      onClose();
      toastUndo(t('person.merged', { name: side.name ?? side.identities[0]?.value ?? t('unnamed') }), t('app:undo'), () => {
        takeApart(customer.id, side.id).catch(toastProblem).finally(() => void renew());
      });
    },
    onSettled: renew,
  });
  if (preview.isPending) return <Loading height={240} />;
  if (preview.isError) return <Failed error={preview.error} onRetry={() => void preview.refetch()} height={200} />;
  return <Compare preview={preview.data} error={join.error} busy={join.isPending} onBack={onBack}
    onMerge={(take, unproven) => join.mutate({ take, unproven, side: preview.data.other })} />;
}
