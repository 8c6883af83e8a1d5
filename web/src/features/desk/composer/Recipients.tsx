import { toastProblem } from '@app/announce';
import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys } from '../api';
import type { OpenConversation } from '../types';
import classes from './Composer.module.css';

/** While somebody changes who gets the answer, none leaves. */
export const recipientsKey = (id: string) => ['recipients', id] as const;

/** To whom an answer by mail goes, and who was named but gets none until somebody says so. */
export function Recipients({ id, recipients }: { id: string; recipients: OpenConversation['conversation']['recipients'] }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const change = useMutation({
    mutationKey: recipientsKey(id),
    mutationFn: ({ address, getsAnswers }: { address: string; getsAnswers: boolean }) => desk.recipient(id, address, getsAnswers),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.conversation(id) }),
  });
  const of = (part: 'TO' | 'CC' | 'ASIDE') => recipients.filter((one) => one.part === part).map((one) => one.address);
  const aside = of('ASIDE');
  if (of('TO').length === 0) return <p className={classes.nobody}><IconAlertTriangle size={15} aria-hidden="true" />{t('recipients.nobody')}</p>;
  return (
    <div className={classes.recipients} role="group" aria-label={t('recipients.label')}>
      <p><span>{t('recipients.to')}</span> {of('TO').join(', ')}</p>
      {of('CC').length > 0 && (
        <p>
          <span>{t('recipients.cc')}</span>
          {of('CC').map((address) => (
            <span key={address} className={classes.party}>
              {address}
              <CloseButton size="xs" aria-label={t('recipients.leaveOut', { address })} onClick={() => change.mutate({ address, getsAnswers: false })} />
            </span>
          ))}
        </p>
      )}
      {aside.length > 0 && (
        <>
          <p>
            <span>{t('recipients.aside')}</span>
            {aside.map((address) => (
              <span key={address} className={classes.party} data-aside>
                {address}
                <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} aria-label={t('recipients.include', { address })}
                  onClick={() => change.mutate({ address, getsAnswers: true })}>
                  {t('recipients.add')}
                </Button>
              </span>
            ))}
          </p>
          <p className={classes.help}>{t('recipients.help')}</p>
        </>
      )}
    </div>
  );
}
