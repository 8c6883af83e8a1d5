import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconBolt, IconKeyboard, IconLogout, IconSearch } from '@tabler/icons-react';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actions, places, seekers } from '../features';
import { KeyHint, useKeys } from '../keys';
import { useSession } from '../session';

export const openPalette = () => spotlight.open();

/** Everything one can go to or do, by name, with its key beside it. */
export function Palette({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const { may, signOut } = useSession();
  const { enabled, setEnabled, shortcuts } = useKeys();
  const go = useNavigate();
  // Shortcuts come and go without a render; each opening looks afresh.
  const [, lookAgain] = useReducer((count: number) => count + 1, 0);
  const [text, setText] = useState('');
  const hint = (keys?: string) => (keys ? <KeyHint keys={keys} /> : undefined);

  const goTo: SpotlightActionData[] = places.filter((place) => may(place.permission)).map((place) => ({
    id: place.path,
    label: t(place.label),
    leftSection: <place.icon size={18} stroke={1.7} />,
    rightSection: hint(place.key && `g ${place.key}`),
    onClick: () => void go(place.path),
  }));
  const does: SpotlightActionData[] = [
    ...actions.filter((action) => may(action.permission)).map((action) => ({
      id: action.id,
      label: t(action.label),
      leftSection: <IconBolt size={18} stroke={1.7} />,
      rightSection: hint(action.keys),
      onClick: () => action.run((path) => void go(path)),
    })),
    { id: 'keys', label: t('keys.overview'), leftSection: <IconKeyboard size={18} stroke={1.7} />, rightSection: hint('?'), onClick: onKeys },
    { id: 'keys-switch', label: t(enabled ? 'keys.switchOff' : 'keys.switchOn'), leftSection: <IconKeyboard size={18} stroke={1.7} />, onClick: () => setEnabled(!enabled) },
    { id: 'sign-out', label: t('user.signOut'), leftSection: <IconLogout size={18} stroke={1.7} />, onClick: () => void signOut() },
  ];
  const here: SpotlightActionData[] = shortcuts()
    .filter((one) => !one.keys.startsWith('g ') && !['mod+k', '?'].includes(one.keys))
    .map((one) => ({ id: `here-${one.keys}`, label: one.label, leftSection: <IconBolt size={18} stroke={1.7} />, rightSection: hint(one.keys), onClick: one.run }));

  // their names hold what was typed, so the palette never hides them
  const seek: SpotlightActionData[] = text.trim() === '' ? [] : seekers.filter((one) => may(one.permission)).map((one) => ({
    id: one.label,
    label: t(one.label, { text }),
    leftSection: <IconSearch size={18} stroke={1.7} />,
    onClick: () => void go(one.path(text.trim())),
  }));

  return (
    <Spotlight
      onQueryChange={setText}
      actions={[
        { group: t('palette.here'), actions: here },
        { group: t('palette.goTo'), actions: goTo },
        { group: t('palette.do'), actions: does },
        { group: t('palette.seek'), actions: seek },
      ].filter((group) => group.actions.length > 0)}
      shortcut={null}
      onSpotlightOpen={lookAgain}
      clearQueryOnClose
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      radius="lg"
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: t('palette.ask'), 'aria-label': t('palette.ask') }}
    />
  );
}
