import { IconMail, IconMessageCircle, IconPhone, IconWorld, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const icons: Record<string, Icon> = { mail: IconMail, chat: IconMessageCircle, call: IconPhone };

/** The way the customer came, by how it is handled; channels themselves are not known here. */
export function MediumIcon({ medium, size = 16 }: { medium: string; size?: number }) {
  const { t } = useTranslation('desk');
  const Shown = icons[medium] ?? IconWorld;
  return <Shown size={size} stroke={1.7} aria-label={t(`medium.${medium}`, { defaultValue: medium })} role="img" style={{ flex: 'none' }} />;
}
