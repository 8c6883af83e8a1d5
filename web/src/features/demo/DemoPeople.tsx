import { Alert, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@app/session';
import { useDemo, type DemoPerson } from './api';
import classes from './Demo.module.css';

/** Who one can be in the demo: one press signs in. */
export function DemoPeople() {
  const { t } = useTranslation('demo');
  const demo = useDemo();
  const { signIn } = useSession();
  const entering = useMutation({ mutationFn: ({ email }: DemoPerson) => signIn(email, demo!.password) });
  if (!demo) return null;
  return (
    <section className={classes.people} aria-labelledby="demo-people">
      <Title order={2} size="h4" id="demo-people">{t('people.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('people.lead', { password: demo.password })}</Text>
      {entering.isError && <Alert color="red" mb="sm">{t('people.failed')}</Alert>}
      <Stack gap={6} component="ul" className={classes.list}>
        {demo.people.map((person) => (
          <li key={person.email}>
            <UnstyledButton className={classes.person} disabled={entering.isPending} onClick={() => entering.mutate(person)}>
              <strong>{t(`role.${person.role}`)}</strong>
              <span>{[person.name, person.partner].filter(Boolean).join(', ')}</span>
              <small>{t(`sees.${person.role}`)}</small>
            </UnstyledButton>
          </li>
        ))}
      </Stack>
    </section>
  );
}
