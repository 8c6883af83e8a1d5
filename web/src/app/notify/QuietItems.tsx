import { Box, Menu, Text } from '@mantine/core';
import { IconBellRinging, IconMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lasting, useDoNotDisturb } from './api';
import { useQuietWords } from './quiet';

/** In the user menu: not to be disturbed for a while, and the end of it. */
export function QuietItems() {
  const { t } = useTranslation();
  const { quiet, begin, end } = useDoNotDisturb();
  const words = useQuietWords();
  return (
    <>
      <Menu.Label>{words ?? t('notify.quiet.title')}</Menu.Label>
      {quiet
        ? <Menu.Item leftSection={<IconBellRinging size={16} />} closeMenuOnClick onClick={() => end.mutate()}>{t('notify.quiet.end')}</Menu.Item>
        : lasting.map((lasts) => (
          <Menu.Item key={lasts} leftSection={<IconMoon size={16} />} closeMenuOnClick onClick={() => begin.mutate(lasts)}>{t(`notify.quiet.lasts.${lasts}`)}</Menu.Item>
        ))}
      <Box px="sm" pb="xs"><Text size="xs" c="dimmed">{t('notify.quiet.about')}</Text></Box>
    </>
  );
}
