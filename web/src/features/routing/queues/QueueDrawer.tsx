import { toastDone } from '@app/announce';
import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { ProblemNote } from '@app/form/ProblemNote';
import { offered } from '@app/form/offered';
import { useServerForm } from '@app/form/useServerForm';
import { Button, NumberInput, SegmentedControl, Select, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys, routing, type QueueDraft } from '../api';
import type { Choices, Queue } from '../types';
import classes from './Queues.module.css';
import { ReserveFields } from './ReserveFields';
import { SearchFields } from './SearchFields';
import { SharingFields } from './SharingFields';
import { SkillFields } from './SkillFields';

interface Props { queue?: Queue; choices: Choices; theirs?: () => void; onClose: () => void }

const usual = (choices: Choices): QueueDraft => ({
  brand: choices.brands[0]?.id ?? '', name: '', priority: 50, ageingMinutes: 10, mode: 'push',
  offerSeconds: 30, overflowMinutes: 60, skills: {}, atAllHours: false, inTurn: false, search: { preferred: {}, knowsCaseMinutes: 0, rings: [], sharing: { shares: [], nextMinutes: 10 }, reserve: { free: 0, medium: 'chat', people: [], lentMinutes: 0 } },
});

/** Making or changing a queue. */
export function QueueDrawer({ queue, choices, theirs, onClose }: Props) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const confirm = useConfirm();
  const done = async (text: string) => {
    toastDone(text);
    onClose();
    await Promise.all([queries.invalidateQueries({ queryKey: keys.queues }), queries.invalidateQueries({ queryKey: keys.rules })]);
  };
  const server = useServerForm<QueueDraft & Record<string, unknown>>(
    { initialValues: queue ? { ...queue } : usual(choices) },
    async ({ brand, name, partner, priority, ageingMinutes, mode, offerSeconds, overflowMinutes, skills, atAllHours, inTurn, search }) => {
      const draft = { brand, name, partner: partner || undefined, priority, ageingMinutes, mode, offerSeconds, overflowMinutes, skills, atAllHours, inTurn, search };
      await (queue ? routing.changeQueue(queue.id, draft) : routing.createQueue(draft));
      await done(t('app:saved'));
    },
  );
  const { form } = server;
  const partners = offered(choices.partners, [queue?.partner]);
  const before = queue?.search;
  const sharedBefore = before?.sharing.shares ?? [];
  const places = {
    partners: offered(choices.partners, [queue?.partner, ...sharedBefore.map((share) => share.partner)]),
    sites: offered(choices.sites, [...sharedBefore.map((share) => share.site), ...(before?.rings.flatMap((ring) => ring.sites) ?? [])]),
  };
  const skillsKnown = offered(choices.skills, [queue?.skills, before?.preferred, ...(before?.rings.map((ring) => ring.skills) ?? [])].flatMap((each) => Object.keys(each ?? {})));
  const close = useMutation({ mutationFn: (id: string) => routing.closeQueue(id), onSuccess: () => done(t('queues.closed')) });
  const askClose = async (closing: Queue) => {
    const yes = await confirm({ title: t('queues.closeTitle', { name: closing.name }), body: t('queues.closeBody'), confirm: t('queues.close'), danger: true });
    if (yes) close.mutate(closing.id);
  };

  return (
    <FormDrawer opened size={520} title={queue?.name ?? t('queues.new')} onClose={onClose} server={server} theirs={theirs}
      extra={queue && <Button variant="subtle" color="red" loading={close.isPending} onClick={() => void askClose(queue)}>{t('queues.close')}</Button>}>
      <TextInput label={t('queues.name')} required withAsterisk={false} data-autofocus {...form.getInputProps('name')} />
      {!queue && choices.brands.length > 1 && (
        <Select label={t('queues.brand')} allowDeselect={false} data={choices.brands.map((brand) => ({ value: brand.id, label: brand.name }))}
          {...form.getInputProps('brand')} />
      )}
      <div>
        <Text size="sm" fw={500} mb={4} id="mode">{t('queues.mode')}</Text>
        <SegmentedControl fullWidth aria-labelledby="mode" data={(['push', 'pull'] as const).map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          {...form.getInputProps('mode')} />
        <Text size="xs" c="dimmed" mt={4}>{t(`queues.modeHelp.${form.values.mode}`)}</Text>
      </div>
      <div className={classes.pair}>
        <NumberInput label={t('queues.priority')} description={t('queues.priorityHelp')} clampBehavior="none" min={0} max={100} {...form.getInputProps('priority')} />
        <NumberInput label={t('queues.ageing')} description={t('queues.ageingHelp')} clampBehavior="none" min={1} max={1440} {...form.getInputProps('ageingMinutes')} />
        <NumberInput label={t('queues.offer')} description={t('queues.offerHelp')} clampBehavior="none" min={5} max={600} disabled={form.values.mode === 'pull'}
          {...form.getInputProps('offerSeconds')} />
        <NumberInput label={t('queues.overflow')} description={t('queues.overflowHelp')} clampBehavior="none" min={1} max={10080} {...form.getInputProps('overflowMinutes')} />
      </div>
      {form.values.mode === 'push' && (
        <Switch label={t('queues.atAllHours')} description={t('queues.atAllHoursHelp')} {...form.getInputProps('atAllHours', { type: 'checkbox' })} />
      )}
      <Switch label={t('queues.inTurn')} description={t('queues.inTurnHelp')} {...form.getInputProps('inTurn', { type: 'checkbox' })} />
      <SkillFields label={t('queues.skills')} help={t('queues.skillsHelp')} known={skillsKnown} skills={form.values.skills} error={form.errors.skills}
        onChange={(skills) => form.setFieldValue('skills', skills)} />
      {partners.length > 0 && (
        <Select label={t('queues.partner')} description={t('queues.partnerHelp')} clearable placeholder={t('queues.ourOwn')}
          data={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          {...form.getInputProps('partner')} value={form.values.partner ?? null} onChange={(partner) => form.setFieldValue('partner', partner ?? undefined)} />
      )}
      {(places.partners.length > 0 || places.sites.length > 0) && (
        <SharingFields sharing={form.values.search.sharing} choices={places} error={form.errors.shares}
          onChange={(sharing) => form.setFieldValue('search', { ...form.values.search, sharing })} />
      )}
      <SearchFields search={form.values.search} skills={skillsKnown} partners={offered(choices.partners, before?.rings.flatMap((ring) => ring.partners))}
        sites={places.sites} ofOthers={form.values.partner !== undefined || form.values.search.sharing.shares.length > 0} error={form.errors.rings ?? form.errors.sites} onChange={(search) => form.setFieldValue('search', search)} />
      <ReserveFields reserve={form.values.search.reserve} brand={form.values.brand} error={form.errors.reserve}
        onChange={(reserve) => form.setFieldValue('search', { ...form.values.search, reserve })} />
      {close.error && <ProblemNote error={close.error} />}
    </FormDrawer>
  );
}
