import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconLeaf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place } from '../feature';

interface Props {
  /** What is not here, as a sentence: "No one is waiting". */
  title: string;
  /** What it means and what one can do. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: Place['icon'];
  height?: number | string;
}

/** An empty place that teaches. */
export function Empty({ title, children, action, icon: Icon = IconLeaf, height = 280 }: Props) {
  return (
    <Center mih={height} p="lg">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden="true"><Icon size={26} stroke={1.6} /></ThemeIcon>
        <Title order={2} size="h3" mt={6}>{title}</Title>
        {children && <Text c="dimmed" size="sm" component="div">{children}</Text>}
        {action}
      </Stack>
    </Center>
  );
}
