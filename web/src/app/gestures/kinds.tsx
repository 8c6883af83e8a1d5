import { IconFlower, IconGift, IconReceiptRefund, IconSparkles, IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Gesture } from './api';

const icons = { VOUCHER: IconTicket, REFUND: IconReceiptRefund, FLOWERS: IconFlower, GIFT: IconGift, OTHER: IconSparkles };

export const kinds = Object.keys(icons) as Gesture['kind'][];

export function KindIcon({ kind, size = 16 }: { kind: Gesture['kind']; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden="true" />;
}

/** What it is called in the reader's language. */
export function useGestureName() {
  const { i18n } = useTranslation();
  return ({ nameNl, nameEn }: { nameNl: string; nameEn: string }) => (i18n.language === 'nl' ? nameNl : nameEn);
}
