import { Avatar, Box, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconBell, IconKeyboard, IconLogout, IconMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languages, type Language } from '../i18n';
import { QuietItems } from '../notify/QuietItems';
import { useQuietWords } from '../notify/quiet';
import { useSession, useUser } from '../session';
import classes from './Shell.module.css';

/** Who I am, in which language and light, and the way out. */
export function UserMenu({ onKeys, onChosen }: { onKeys: () => void; onChosen?: (() => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const user = useUser();
  const { signOut, speak } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const quiet = useQuietWords();
  return (
    <Menu width={250} position="top-start" closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={[t('user.menu', { name: user.name }), quiet].filter(Boolean).join('. ')}>
          <Avatar name={user.name} color="gray" variant="light" size={32} radius="xl" />
          <Box miw={0}>
            <Text size="sm" fw={550} truncate>{user.name}</Text>
            {quiet
              ? <Text size="xs" fw={550} className={classes.quiet}><IconMoon size={13} aria-hidden="true" /><span>{quiet}</span></Text>
              : <Text size="xs" c="dimmed" truncate>{user.teams.map((team) => team.name).join(', ') || user.email}</Text>}
          </Box>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('user.language')}</Menu.Label>
        <Box px="sm" pb="xs">
          <SegmentedControl fullWidth size="xs" aria-label={t('user.language')} value={i18n.language}
            onChange={(value) => void speak(value as Language)}
            data={languages.map((language) => ({ value: language, label: t(`languages.${language}`) }))} />
        </Box>
        <Menu.Label>{t('user.light')}</Menu.Label>
        <Box px="sm" pb="xs">
          <SegmentedControl fullWidth size="xs" aria-label={t('user.light')} value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={(['light', 'dark', 'auto'] as const).map((one) => ({ value: one, label: t(`user.lights.${one}`) }))} />
        </Box>
        <QuietItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconBell size={16} />} closeMenuOnClick component={Link} to="/settings/notifications" onClick={onChosen}>{t('notify.place')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} closeMenuOnClick onClick={onKeys}>{t('keys.overview')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} closeMenuOnClick onClick={() => void signOut()}>{t('user.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
