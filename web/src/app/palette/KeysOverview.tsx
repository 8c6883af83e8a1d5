import { Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint, useKeys } from '../keys';

/** The keys that work on this page, and the switch that turns single keys off. */
export function KeysOverview({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { enabled, setEnabled, shortcuts } = useKeys();
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.overview')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap={10}>
        {opened && shortcuts().map((one) => (
          <Group key={one.keys + one.label} justify="space-between" wrap="nowrap">
            <Text size="sm">{one.label}</Text>
            <KeyHint keys={one.keys} />
          </Group>
        ))}
        <Switch mt="sm" checked={enabled} onChange={(event) => setEnabled(event.currentTarget.checked)}
          label={t('keys.single')} description={t('keys.singleHelp')} />
      </Stack>
    </Modal>
  );
}
