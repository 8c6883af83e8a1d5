import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { settingAt } from '../features';
import { useSession } from '../session';

interface Props {
  title: string;
  /** One sentence on what this page is for. */
  lead?: ReactNode;
  /** Where it belongs: a link above the title; a page of the settings belongs there. */
  up?: { to: string; label: string };
  children?: ReactNode;
}

/** Title of a page with what one can do there. */
export function PageHead({ title, lead, up: parent, children }: Props) {
  const { t } = useTranslation();
  const { may } = useSession();
  const setting = settingAt(useLocation().pathname);
  const up = parent ?? (setting && may(setting.permission) ? { to: '/settings', label: t('settings.place') } : undefined);
  return (
    <>
      {up && (
        <Anchor component={Link} to={up.to} size="sm" c="dimmed" mb={4} display="inline-flex" style={{ alignItems: 'center', gap: 2 }}>
          <IconChevronLeft size={14} aria-hidden="true" />{up.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" mb="lg" wrap="wrap">
        <div>
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>{title}</Title>
          {lead && <Text c="dimmed" size="sm" mt={4} maw={640}>{lead}</Text>}
        </div>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
    </>
  );
}
