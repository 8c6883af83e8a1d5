import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { languages, type Language } from '@app/i18n';
import { PageHead } from '@app/list/PageHead';
import { useSession, useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Badge, Button, Group, PasswordInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { people, useMySkills, useSessions } from './api';
import { expiry } from './expiry';
import classes from './People.module.css';

export default function AccountPage() {
  const { t, i18n } = useTranslation('people');
  const user = useUser();
  const { speak } = useSession();
  return (
    <Stack maw={640} gap="lg">
      <div><PageHead title={t('account.title')} lead={`${user.name} · ${user.email}`} /></div>
      <section className={classes.card}>
        <Title order={2} size="h4" mb="sm">{t('account.language')}</Title>
        <SegmentedControl aria-label={t('account.language')} value={i18n.language} onChange={(value) => void speak(value as Language)}
          data={languages.map((language) => ({ value: language, label: t(`app:languages.${language}`) }))} />
      </section>
      <Skills />
      <Password />
      <Sessions />
    </Stack>
  );
}

/** What I am asked for by my skills, and until when. */
function Skills() {
  const { t } = useTranslation('people');
  const format = useFormat();
  const skills = useMySkills();
  if (skills.isPending) return <Loading height={60} />;
  if (skills.isError) return <Failed height={120} error={skills.error} onRetry={() => void skills.refetch()} />;
  if (skills.data.length === 0) return null;
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="sm">{t('skills.mine')}</Title>
      <Stack gap="xs">
        {skills.data.map((skill) => (
          <Group key={skill.id} justify="space-between" gap={6}>
            <Text size="sm">{skill.name} · {t('skills.levelOf', { level: skill.level })}</Text>
            {skill.until && (
              <Text size="sm" c={!skill.counts ? 'var(--late)' : expiry(skill.until) ? 'var(--soon)' : 'dimmed'}>
                {t(skill.counts ? 'skills.untilDay' : 'skills.overSince', { day: format.calendarDay(skill.until) })}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  );
}

function Password() {
  const { t } = useTranslation('people');
  const server = useServerForm({ initialValues: { oldPassword: '', newPassword: '' } }, async ({ oldPassword, newPassword }) => {
    await people.changePassword(oldPassword, newPassword);
    server.form.reset();
    toastDone(t('account.passwordChanged'));
  });
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="sm">{t('account.password')}</Title>
      <form onSubmit={server.submit} noValidate>
        <Stack>
          <PasswordInput label={t('account.old')} autoComplete="current-password" {...server.form.getInputProps('oldPassword')} />
          <PasswordInput label={t('account.new')} description={t('account.newHelp')} autoComplete="new-password" {...server.form.getInputProps('newPassword')} />
          <ProblemNote error={server.problem} />
          <Group><Button type="submit" loading={server.sending}>{t('account.change')}</Button></Group>
        </Stack>
      </form>
    </section>
  );
}

function Sessions() {
  const { t } = useTranslation('people');
  const format = useFormat();
  const queries = useQueryClient();
  const sessions = useSessions();
  const end = async () => {
    await people.endOthers();
    await queries.invalidateQueries({ queryKey: ['people', 'sessions'] });
    toastDone(t('account.ended'));
  };
  return (
    <section className={classes.card}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">{t('account.sessions')}</Title>
        {(sessions.data?.length ?? 0) > 1 && <Button variant="default" onClick={() => void end()}>{t('account.endOthers')}</Button>}
      </Group>
      {sessions.isPending ? <Loading height={80} /> : sessions.isError ? <Failed height={120} error={sessions.error} onRetry={() => void sessions.refetch()} /> : (
        <Stack gap="xs">
          {sessions.data.map((session, index) => (
            <Group key={index} justify="space-between" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Text size="sm" truncate>{session.userAgent ?? t('account.unknownBrowser')}</Text>
                <Text size="xs" c="dimmed">{t('account.seen', { moment: format.moment(session.lastSeenAt) })}</Text>
              </div>
              {session.current && <Badge variant="light" color="teal" style={{ flex: 'none' }}>{t('account.this')}</Badge>}
            </Group>
          ))}
        </Stack>
      )}
    </section>
  );
}
