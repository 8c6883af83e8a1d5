import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Card, ColorSwatch, Group, Stack, Text } from '@mantine/core';
import { IconCode, IconPlus, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWidgets, type Widget } from './api';
import { EmbedModal } from './EmbedModal';
import { WidgetForm } from './WidgetForm';

/** The chat widgets of all brands one may see. */
export default function WebChatPage() {
  const { t } = useTranslation('webchat');
  const widgets = useWidgets();
  const [edited, setEdited] = useState<Widget | 'new'>();
  const [embedded, setEmbedded] = useState<Widget>();
  if (widgets.isPending) return <Loading />;
  if (widgets.isError) return <Failed error={widgets.error} onRetry={() => void widgets.refetch()} />;
  const { items, brands } = widgets.data;
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>{t('new')}</Button>;
  return (
    <Stack maw={860}>
      <div><PageHead title={t('place')} lead={t('lead')}>{brands.length > 0 && add}</PageHead></div>
      {items.length === 0 && (
        <Empty title={t(brands.length > 0 ? 'empty' : 'noBrand')} action={brands.length > 0 ? add : <Button component={Link} to="/settings/brands">{t('makeBrand')}</Button>}>{t('emptyLine')}</Empty>
      )}
      {items.map((widget) => (
        <Card key={widget.id} withBorder radius="lg" padding="lg">
          <Group justify="space-between" wrap="wrap">
            <Group gap="md">
              <ColorSwatch color={widget.settings.accent ?? widget.brandAccent} size={28} withShadow={false} />
              <div>
                <Group gap="xs">
                  <Text fw={600}>{widget.settings.name}</Text>
                  <Badge variant="light" color={widget.settings.active ? 'teal' : 'gray'}>{t(widget.settings.active ? 'on' : 'off')}</Badge>
                </Group>
                <Text size="sm" c="dimmed">{[widget.brandName, ...widget.settings.origins].join(' · ')}</Text>
              </div>
            </Group>
            <Group gap="xs">
              <Button variant="default" leftSection={<IconCode size={18} />} onClick={() => setEmbedded(widget)}>{t('embed')}</Button>
              <Button variant="default" leftSection={<IconSettings size={18} />} onClick={() => setEdited(widget)}>{t('edit')}</Button>
            </Group>
          </Group>
        </Card>
      ))}
      {edited && <WidgetForm widget={edited === 'new' ? undefined : edited} brands={brands} onClose={() => setEdited(undefined)} />}
      {embedded && <EmbedModal widget={embedded} onClose={() => setEmbedded(undefined)} />}
    </Stack>
  );
}
