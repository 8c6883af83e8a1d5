import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Box, Button, Group, Switch, Text, UnstyledButton } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSkills, useUsers, type NewLogin, type User } from './api';
import { expiry, firstToEnd } from './expiry';
import classes from './People.module.css';
import { ShownOnce } from './Shown';
import { UserForm } from './UserForm';

export default function UsersPage() {
  const { t } = useTranslation('people');
  const { may } = useSession();
  const [text, setText] = useState('');
  const [disabled, setDisabled] = useState(false);
  const [open, setOpen] = useState<{ user?: User } | null>(null);
  const [login, setLogin] = useState<NewLogin | null>(null);
  const list = useUsers(text, disabled ? undefined : true);
  const configure = may('people.configure');
  return (
    <>
      <PageHead title={t('users.title')} lead={t('users.lead')}>
        {configure && <Button leftSection={<IconUserPlus size={16} />} onClick={() => setOpen({})}>{t('users.add')}</Button>}
      </PageHead>
      <Group mb="md" justify="space-between">
        <Box flex={1} maw={420}><SearchField value={text} onChange={setText} label={t('users.search')} /></Box>
        <Switch label={t('users.showDisabled')} checked={disabled} onChange={(event) => setDisabled(event.currentTarget.checked)} />
      </Group>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? (
        <Empty title={t('users.none')}>{t('users.noneHelp')}</Empty>
      ) : (
        <ul className={classes.list}>
          {list.items.map((user) => (
            <li key={user.id}>
              <UnstyledButton className={classes.row} disabled={!configure} onClick={() => setOpen({ user })}>
                <div style={{ minWidth: 0 }}>
                  <Text fw={550} truncate c={user.active ? undefined : 'dimmed'}>{user.name}</Text>
                  <Text size="sm" c="dimmed" truncate>{user.email}</Text>
                </div>
                <Group gap={6} justify="flex-end">
                  <Ending user={user} />
                  {!user.active && <Badge variant="light" color="gray">{t('users.disabled')}</Badge>}
                  {[...new Set(user.roles.map((grant) => grant.role))].map((role) => <Badge key={role} variant="light">{t(`role.${role}`)}</Badge>)}
                </Group>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <More {...list} />
      {open && <UserForm user={open.user} onLogin={setLogin} onClose={() => setOpen(null)} />}
      {login && <ShownOnce title={t('users.loginTitle')} help={t('users.loginHelp')} secret={login.password} onClose={() => setLogin(null)} />}
    </>
  );
}

/** A skill that ends soon, or has ended, before anybody is missed for it. */
function Ending({ user }: { user: User }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const skills = useSkills();
  const first = firstToEnd(user.skillsUntil);
  if (!first || !user.active) return null;
  const [skill, until] = first;
  const over = expiry(until) === 'over';
  return (
    <Badge variant="light" color={over ? 'red' : 'yellow'} tt="none">
      {t(over ? 'skills.over' : 'skills.ends', { skill: skills.data?.find((one) => one.id === skill)?.name ?? '', day: format.calendarDay(until) })}
    </Badge>
  );
}
