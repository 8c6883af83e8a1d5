import { Anchor, Button, Group, Modal, Select, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useSession } from '@app/session';
import { useDemo } from './api';
import classes from './Demo.module.css';
import { useGuide } from './useGuide';

/** What there is to do with these rights; a partner's people see their own customers only, who are elsewhere. */
function stepsFor(may: ReturnType<typeof useSession>['may'], partner: boolean): string[] {
  if (may('contacts.handle') && !may('listen.view')) return ['take', 'answer', 'wrapUp', 'wait', ...(may('gestures.approve') ? ['gestures'] : [])];
  if (may('listen.view')) return [partner ? 'own' : 'listen', may('contacts.view') ? 'words' : 'said', ...(may('follow-ups.handle') ? ['followUp'] : []), ...(may('gestures.approve') && !partner ? ['gestures'] : []), 'hall'];
  if (may('audit.view')) return ['audit', 'customer'];
  return may('contacts.view') ? ['read', 'hall'] : ['look'];
}

/** What a visitor of the demo can do in the role he has just taken; shown once for each, and again when asked for. */
export function DemoGuide() {
  const { t } = useTranslation('demo');
  const demo = useDemo();
  const { user, may, signIn, signOut } = useSession();
  const go = useNavigate();
  const { open, close } = useGuide(user?.email);
  const become = useMutation({
    mutationFn: async (email: string) => {
      await signOut();
      await signIn(email, demo!.password);
    },
    onSuccess: () => void go('/'),
  });
  if (!demo || !user) return null;
  const person = demo.people.find((one) => one.email === user.email);
  const steps = stepsFor(may, person?.partner !== undefined);
  return (
    <Modal opened={open} onClose={close} centered size={460} radius="lg" closeButtonProps={{ 'aria-label': t('guide.close') }}
      title={<Text fw={650} fz={20}>{person ? t('guide.title', { role: t(`role.${person.role}`) }) : t('guide.open')}</Text>}>
      <Text c="dimmed">{t('guide.lead')}</Text>
      <ol className={classes.steps}>
        {steps.map((step) => <li key={step}>{t(`step.${step}`)}</li>)}
      </ol>
      <Text size="sm" mb="md">
        <Anchor href="/demo-shop" target="_blank" rel="noopener" inherit>{t('guide.shop')}</Anchor>
        {may('outbox.view') && <>{' · '}<Anchor component={Link} to="/outbox" inherit onClick={close}>{t('guide.outbox')}</Anchor></>}
      </Text>
      <Group justify="space-between" align="flex-end">
        <Select label={t('guide.become')} placeholder={t('guide.choose')} value={null} disabled={become.isPending} w={250}
          error={become.isError ? t('people.failed') : undefined}
          data={demo.people.filter((one) => one.email !== user.email).map((one) => ({ value: one.email, label: `${t(`role.${one.role}`)}: ${one.name}` }))}
          onChange={(email) => email && become.mutate(email)} />
        <Button onClick={close}>{t('guide.start')}</Button>
      </Group>
    </Modal>
  );
}
