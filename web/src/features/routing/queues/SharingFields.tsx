import { useFormat } from '@app/format';
import { ActionIcon, Button, NumberInput, Select, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choices, Share, Sharing } from '../types';
import classes from './Queues.module.css';
import { keyOf, partiesOf, shareOf } from './parties';

interface Props { sharing: Sharing; choices: Pick<Choices, 'partners' | 'sites'>; error?: ReactNode; onChange: (sharing: Sharing) => void }

const most = 10;

/** Over which companies and sites the work of a queue is shared; the parts are a hundred per cent together. */
export function SharingFields({ sharing, choices, error, onChange }: Props) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const { shares } = sharing;
  const parties = partiesOf(choices, t('queues.ourOwn'), (name, company) => t('sharing.at', { name, company }));
  const left = parties.filter((party) => !shares.some((share) => keyOf(share) === party.value));
  const total = shares.reduce((all, share) => all + share.percent, 0);
  const set = (changed: Share[]) => onChange({ ...sharing, shares: changed });
  const change = (index: number, share: Partial<Share>) => set(shares.map((one, at) => (at === index ? { ...one, ...share } : one)));
  const add = () => { if (left[0]) set([...shares, { ...shareOf(left[0].value), percent: Math.min(100, Math.max(1, 100 - total)) }]); };
  return (
    <Stack gap="sm" role="group" aria-labelledby="sharing">
      <div>
        <Title order={3} size="h5" id="sharing">{t('sharing.title')}</Title>
        <Text size="xs" c="dimmed">{t('sharing.help')}</Text>
      </div>
      {shares.map((share, index) => {
        const key = keyOf(share);
        const name = parties.find((party) => party.value === key)?.label ?? '';
        return (
          <div key={key} className={classes.share}>
            <Select aria-label={t('sharing.who', { number: index + 1 })} allowDeselect={false} value={key}
              data={parties.filter((party) => party.value === key || left.includes(party))}
              onChange={(chosen) => { if (chosen) set(shares.map((one, at) => (at === index ? { ...shareOf(chosen), percent: one.percent } : one))); }} />
            <NumberInput aria-label={t('sharing.part', { name })} suffix="%" min={1} max={100} allowDecimal={false} value={share.percent}
              onChange={(value) => change(index, { percent: Number(value) || 0 })} />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('sharing.remove', { name })} onClick={() => set(shares.filter((_, at) => at !== index))}>
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      {shares.length > 0 && (
        <>
          <Text size="sm" fw={550} c={total === 100 ? undefined : 'var(--late)'} aria-live="polite">
            {total === 100 ? t('sharing.total', { total: format.hundredths(total) }) : t('sharing.totalWrong', { total: format.hundredths(total) })}
          </Text>
          <NumberInput label={t('sharing.next')} description={t('sharing.nextHelp')} min={1} max={10080} value={sharing.nextMinutes}
            onChange={(value) => onChange({ ...sharing, nextMinutes: Number(value) || 1 })} />
        </>
      )}
      {error && <Text size="xs" c="var(--late)" role="alert">{error}</Text>}
      {shares.length < most && left.length > 0 && (
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={15} />} onClick={add}>{t('sharing.add')}</Button>
      )}
    </Stack>
  );
}
