import { Anchor, Box, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { belowLogin } from '../features';
import { ProblemNote } from '../form/ProblemNote';
import { useServerForm } from '../form/useServerForm';
import { languages, showLanguage } from '../i18n';
import { useSession } from '../session';
import classes from './LoginPage.module.css';

export function LoginPage() {
  const { t, i18n } = useTranslation();
  const { signIn } = useSession();
  const { form, problem, sending, submit } = useServerForm(
    { mode: 'uncontrolled', initialValues: { email: '', password: '' } },
    ({ email, password }) => signIn(email, password),
  );
  const other = languages.find((language) => language !== i18n.language)!;
  return (
    <main className={classes.page}>
      <Box className={classes.card}>
        <img src="/hartslag.svg" alt="" width={44} height={44} />
        <Title order={1} mt="md">{t('login.title')}</Title>
        <Text c="dimmed" mb="lg">{t('login.lead')}</Text>
        <form onSubmit={submit}>
          <Stack gap="md">
            <ProblemNote error={problem} />
            <TextInput
              label={t('login.email')} type="email" autoComplete="username" required withAsterisk={false} autoFocus size="md"
              key={form.key('email')} {...form.getInputProps('email')}
            />
            <PasswordInput
              label={t('login.password')} autoComplete="current-password" required withAsterisk={false} size="md"
              visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
              key={form.key('password')} {...form.getInputProps('password')}
            />
            <Button type="submit" size="md" loading={sending} mt="xs">{t('login.submit')}</Button>
          </Stack>
        </form>
        <Anchor component="button" type="button" size="sm" mt="lg" lang={other} onClick={() => void showLanguage(other)}>
          {t('login.otherLanguage')}
        </Anchor>
      </Box>
      {belowLogin.map((Below, index) => <Below key={index} />)}
    </main>
  );
}
