import { AgreementLine } from '@app/accounts/AgreementLine';
import type { Agreement } from '@app/accounts/api';
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Accounts.module.css';
import { AgreementForm } from './AgreementForm';

/** What was agreed: what holds, what is to come, and below it what ended. */
export function Agreements({ account, agreements, changes }: { account: string; agreements: Agreement[]; changes: boolean }) {
  const { t } = useTranslation('customers');
  const [open, setOpen] = useState<{ agreement?: Agreement }>();
  return (
    <section aria-label={t('app:accounts.agreements')} className={classes.section}>
      <Group justify="space-between" mb={6}>
        <Text component="h2" fw={650}>{t('app:accounts.agreements')}</Text>
        {changes && <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => setOpen({})}>{t('accounts.addAgreement')}</Button>}
      </Group>
      {agreements.length === 0 && <Text size="sm" c="dimmed">{t('accounts.noAgreements')}</Text>}
      <ul className={classes.agreements}>
        {agreements.map((one) => (
          <li key={one.id} data-state={one.state}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div style={{ minWidth: 0 }}>
                <AgreementLine agreement={one} />
                {one.state !== 'VALID' && <Text component="div" size="xs" fw={600} c="dimmed">{t(`accounts.state.${one.state}`)}</Text>}
              </div>
              {changes && <ActionIcon variant="subtle" color="gray" aria-label={t('accounts.changeThis', { title: one.title })} onClick={() => setOpen({ agreement: one })}><IconPencil size={15} /></ActionIcon>}
            </Group>
          </li>
        ))}
      </ul>
      {open && <AgreementForm key={JSON.stringify(open)} account={account} agreement={open.agreement} all={agreements} onReplace={(agreement) => setOpen({ agreement })} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
