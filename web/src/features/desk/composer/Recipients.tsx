import { toastProblem, useAnnounce } from '@app/announce';
import { useShortcuts } from '@app/keys';
import { useUser } from '@app/session';
import { Button, CloseButton, Group } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk, keys } from '../api';
import type { Addressees, OpenConversation } from '../types';
import { AddressInput } from './AddressInput';
import { places, put, without, type Place } from './addressees';
import classes from './Composer.module.css';

/** While somebody changes who gets the answer, none leaves. */
export const recipientsKey = (id: string) => ['recipients', id] as const;

interface Props {
  id: string;
  brand: string;
  recipients: OpenConversation['conversation']['recipients'];
  chosen: Addressees;
  onChoose: (chosen: Addressees) => void;
}

/** Of a customer who stays anonymous. */
const unseen = '•••';

/** To whom an answer by mail goes, whom one adds to this one, and who was named but gets none until somebody says so. */
export function Recipients({ id, brand, recipients, chosen, onChoose }: Props) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const ofPartner = useUser().partnerId !== undefined;
  const [adding, setAdding] = useState<Place>();
  const adders = useRef<Partial<Record<Place, HTMLButtonElement | null>>>({});
  const change = useMutation({
    mutationKey: recipientsKey(id),
    mutationFn: ({ address, getsAnswers }: { address: string; getsAnswers: boolean }) => desk.recipient(id, address, getsAnswers),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.conversation(id) }),
  });
  const of = (part: 'TO' | 'CC' | 'ASIDE') => recipients.filter((one) => one.part === part).map((one) => one.address);
  const [to, cc, aside] = [of('TO'), of('CC'), of('ASIDE')];
  const mayAdd = !ofPartner && !to.includes(unseen);
  const toAll = () => {
    onChoose({ ...chosen, customerOnly: !chosen.customerOnly });
    announce(t(chosen.customerOnly ? 'recipients.allGetIt' : 'recipients.customerGetsIt'));
  };
  useShortcuts(cc.length > 0 ? [{ keys: 'o', label: t('key.toAll'), run: toAll }] : []);
  if (to.length === 0 && chosen.to.length === 0 && !mayAdd) return <p className={classes.nobody}><IconAlertTriangle size={15} aria-hidden="true" />{t('recipients.nobody')}</p>;
  const added = (place: Place) => chosen[place].map((address) => (
    <span key={address} className={classes.party} data-added>
      {address}
      <CloseButton size="xs" aria-label={t('recipients.takeAway', { address })} onClick={() => onChoose(without(chosen, address))} />
    </span>
  ));
  /** Whoever closed it by key goes on where it was opened. */
  const close = (place: Place, byKey: boolean) => {
    setAdding(undefined);
    if (byKey) adders.current[place]?.focus();
  };
  const copies = chosen.customerOnly ? [] : cc;
  const field = (place: Place) => adding === place && (
    <AddressInput key={place} brand={brand} label={t(`recipients.addTo.${place}`)} onAdd={(addresses) => onChoose(put(chosen, place, addresses.filter((one) => !to.includes(one) && !copies.includes(one))))} onClose={(byKey) => close(place, byKey)} />
  );
  return (
    <div className={classes.recipients} role="group" aria-label={t('recipients.label')}>
      {to.length === 0 && chosen.to.length === 0 && <p className={classes.nobody}><IconAlertTriangle size={15} aria-hidden="true" />{t('recipients.nobody')}</p>}
      <p><span>{t('recipients.to')}</span> {to.join(', ')} {added('to')}</p>
      {field('to')}
      {copies.length + chosen.cc.length > 0 && (
        <p>
          <span>{t('recipients.cc')}</span>
          {copies.map((address) => (
            <span key={address} className={classes.party}>
              {address}
              <CloseButton size="xs" aria-label={t('recipients.leaveOut', { address })} onClick={() => change.mutate({ address, getsAnswers: false })} />
            </span>
          ))}
          {added('cc')}
        </p>
      )}
      {field('cc')}
      {chosen.bcc.length > 0 && <p><span>{t('recipients.bcc')}</span>{added('bcc')}</p>}
      {field('bcc')}
      {(cc.length > 0 || mayAdd) && (
        <Group gap={4} className={classes.choose}>
          {cc.length > 0 && (
            <Button size="compact-xs" variant="default" onClick={toAll} title={`${t('key.toAll')} (o)`}>
              {t(chosen.customerOnly ? 'recipients.toAll' : 'recipients.customerOnly')}
            </Button>
          )}
          {mayAdd && places.map((place) => (
            <Button key={place} ref={(button) => { adders.current[place] = button; }} size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} aria-hidden="true" />} aria-label={t(`recipients.addTo.${place}`)} onClick={() => setAdding(place)}>
              {t(`recipients.${place}`)}
            </Button>
          ))}
        </Group>
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
