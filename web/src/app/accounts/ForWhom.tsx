import { ActionIcon, Anchor, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconUserHeart, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toastProblem } from '../announce';
import { toastUndo } from '../confirm';
import { useForWhom, type Person } from './api';
import { ForWhomModal } from './ForWhomModal';

interface Props {
  caseId: string;
  brand: string;
  /** Whose case it is. */
  customer?: string;
  /** Of which account that customer is a member. */
  account?: string;
  forWhom?: Person;
  changes: boolean;
}

/** For whom the customer of a case came; to say, change and take away on the spot. */
export function ForWhom({ caseId, brand, customer, account, forWhom, changes }: Props) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const set = useForWhom(caseId);
  const takeAway = (was: Person) => set.mutate({ was: was.id }, {
    onSuccess: () => toastUndo(t('forWhom.taken'), t('undo'), () => set.mutate({ customer: was.id }, { onError: toastProblem })),
    onError: toastProblem,
  });
  return (
    <div>
      {forWhom
        ? (
          <Group gap={4} wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('forWhom.is')}{' '}<Anchor component={Link} inherit fw={550} to={`/customers/${forWhom.id}`}>{forWhom.name ?? t('accounts.unnamed')}</Anchor>
            </Text>
            {changes && (
              <Group gap={0} wrap="nowrap">
                <ActionIcon variant="subtle" color="gray" aria-label={t('forWhom.change')} onClick={() => setChoosing(true)}><IconPencil size={15} /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" aria-label={t('forWhom.takeAway')} loading={set.isPending} onClick={() => takeAway(forWhom)}><IconX size={15} /></ActionIcon>
              </Group>
            )}
          </Group>
        )
        : changes && <Button size="compact-sm" variant="subtle" leftSection={<IconUserHeart size={15} />} onClick={() => setChoosing(true)}>{t('forWhom.say')}</Button>}
      {choosing && <ForWhomModal caseId={caseId} brand={brand} customer={customer} account={account} forWhom={forWhom} onClose={() => setChoosing(false)} />}
    </div>
  );
}
