import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Card, ColorSwatch, Group, Stack, Text, Title } from '@mantine/core';
import { IconCode, IconPlus, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidgets, type Widget } from './api';
import { EmbedModal } from './EmbedModal';
import { WidgetModal } from './WidgetModal';

/** The chat widgets of all brands one may see. */
export default function WebChatPage() {
  const { t } = useTranslation('webchat');
  const widgets = useWidgets();
  const [edited, setEdited] = useState<Widget | 'new'>();
  const [embedded, setEmbedded] = useState<Widget>();
  if (widgets.isPending) return <Loading />;
  if (widgets.isError) return <Failed error={widgets.error} onRetry={() => void widgets.refetch()} />;
  const { items, brands } = widgets.data;
  return (
    <Stack maw={860}>
      <Group justify="space-between">
        <Title order={1}>{t('place')}</Title>
        <Button leftSection={<IconPlus size={18} />} onClick={() => setEdited('new')}>{t('new')}</Button>
      </Group>
      <Text c="dimmed">{t('lead')}</Text>
      {items.length === 0 && <Empty title={t('empty')}>{t('emptyLine')}</Empty>}
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
      {edited && <WidgetModal widget={edited === 'new' ? undefined : edited} brands={brands} onClose={() => setEdited(undefined)} />}
      {embedded && <EmbedModal widget={embedded} onClose={() => setEmbedded(undefined)} />}
    </Stack>
  );
}
