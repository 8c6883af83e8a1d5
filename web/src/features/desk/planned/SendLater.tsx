import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarTime, IconChevronUp, IconClock } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendingMoments, type SendingMoment } from './api';
import { daysAhead, fromField, toField } from './inZone';

interface Props {
  conversation: string;
  brand: string;
  disabled: boolean;
  onChoose: (sendAt: string) => void;
}

/** Beside the button that sends: at what other moment an answer leaves, by the clock of the brand. */
export function SendLater({ conversation, brand, disabled, onChoose }: Props) {
  const { t } = useTranslation('desk');
  const zone = useZone(brand);
  const format = useFormat(zone);
  const [menu, setMenu] = useState(false);
  const [own, show] = useDisclosure();
  const moments = useSendingMoments(conversation, menu);
  const name = ({ kind, at }: SendingMoment) => (kind === 'NEXT_MORNING' && daysAhead(at, zone) > 1 ? t('planned.moment.NEXT_OPEN') : t(`planned.moment.${kind}`));
  return (
    <>
      <Menu position="top-end" opened={menu} onChange={setMenu} withinPortal>
        <Menu.Target>
          <ActionIcon size={36} variant="filled" disabled={disabled} aria-label={t('planned.sendLater')} title={t('planned.sendLater')} style={{ borderTopLeftRadius: 0, borderBottomLeftRadius: 0 }}>
            <IconChevronUp size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('planned.sendLater')}</Menu.Label>
          {(moments.data ?? []).map((moment) => (
            <Menu.Item key={moment.kind} leftSection={<IconClock size={16} aria-hidden="true" />} onClick={() => onChoose(moment.at)}
              rightSection={<Text size="xs" c="dimmed" ml="md">{format.due(moment.at)}</Text>}>
              {name(moment)}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconCalendarTime size={16} aria-hidden="true" />} onClick={show.open}>{t('planned.moment.OWN')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {own && <OwnMoment zone={zone} first={moments.data?.find((one) => one.kind === 'NEXT_MORNING')?.at} onClose={show.close} onChoose={(at) => { show.close(); onChoose(at); }} />}
    </>
  );
}

function OwnMoment({ zone, first, onClose, onChoose }: { zone?: string; first?: string; onClose: () => void; onChoose: (at: string) => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat(zone);
  const [value, setValue] = useState(() => (first ? toField(first, zone) : ''));
  const [tried, setTried] = useState(false);
  const at = fromField(value, zone);
  const wrong = at === undefined ? t('planned.chooseMoment') : Date.parse(at) <= Date.now() ? t('planned.past') : undefined;
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (wrong || at === undefined) setTried(true);
    else onChoose(at);
  };
  const place = zone?.split('/').at(-1)?.replaceAll('_', ' ');
  return (
    <Modal opened onClose={onClose} title={t('planned.sendLater')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={choose} noValidate>
        <Stack>
          <TextInput type="datetime-local" data-autofocus label={t('planned.when')} description={place && t('planned.clock', { place })} value={value}
            min={toField(new Date(), zone)} error={tried || (value !== '' && wrong) ? wrong : undefined} onChange={(event) => setValue(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit">{at && !wrong ? t('planned.sendAt', { time: format.due(at) }) : t('planned.sendLater')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
