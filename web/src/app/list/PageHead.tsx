import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  title: string;
  /** One sentence on what this page is for. */
  lead?: string;
  /** Where it belongs: a link above the title. */
  up?: { to: string; label: string };
  children?: ReactNode;
}

/** Title of a page with what one can do there. */
export function PageHead({ title, lead, up, children }: Props) {
  return (
    <>
      {up && (
        <Anchor component={Link} to={up.to} size="sm" c="dimmed" mb={4} display="inline-flex" style={{ alignItems: 'center', gap: 2 }}>
          <IconChevronLeft size={14} aria-hidden="true" />{up.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" mb="lg" wrap="wrap">
        <div>
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed" size="sm" mt={4} maw={640}>{lead}</Text>}
        </div>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
    </>
  );
}
