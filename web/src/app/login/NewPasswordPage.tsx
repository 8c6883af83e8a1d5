import { Anchor, Box, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../form/ProblemNote';
import { useServerForm } from '../form/useServerForm';
import { languages } from '../i18n';
import { useSession } from '../session';
import classes from './LoginPage.module.css';

/** For whoever signed in with a password that was given for once: nothing else is open yet. */
export function NewPasswordPage() {
  const { t, i18n } = useTranslation();
  const { user, choosePassword, signOut, speak } = useSession();
  const { form, problem, sending, submit } = useServerForm(
    { mode: 'uncontrolled', initialValues: { oldPassword: '', newPassword: '' } },
    ({ oldPassword, newPassword }) => choosePassword(oldPassword, newPassword),
  );
  const other = languages.find((language) => language !== i18n.language)!;
  const toggle = { 'aria-label': t('login.showPassword') };
  return (
    <main className={classes.page}>
      <Box className={classes.card}>
        <img src="/hartslag.svg" alt="" width={44} height={44} />
        <Title order={1} mt="md">{t('newPassword.title')}</Title>
        <Text c="dimmed" mb="lg">{t('newPassword.lead')}</Text>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <ProblemNote error={problem} />
            <input type="hidden" autoComplete="username" value={user?.email ?? ''} readOnly />
            <PasswordInput
              label={t('newPassword.old')} autoComplete="current-password" autoFocus size="md" visibilityToggleButtonProps={toggle}
              key={form.key('oldPassword')} {...form.getInputProps('oldPassword')}
            />
            <PasswordInput
              label={t('newPassword.new')} description={t('newPassword.help')} autoComplete="new-password" size="md"
              visibilityToggleButtonProps={toggle} key={form.key('newPassword')} {...form.getInputProps('newPassword')}
            />
            <Button type="submit" size="md" loading={sending} mt="xs">{t('newPassword.submit')}</Button>
          </Stack>
        </form>
        <Group justify="space-between" mt="lg">
          <Anchor component="button" type="button" size="sm" onClick={() => void signOut()}>{t('user.signOut')}</Anchor>
          <Anchor component="button" type="button" size="sm" lang={other} onClick={() => void speak(other)}>{t('login.otherLanguage')}</Anchor>
        </Group>
      </Box>
    </main>
  );
}
