import { useLive } from '@app/live';
import { useUser } from '@app/session';
import { notifications } from '@mantine/notifications';
import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { keys } from '../api';
import type { OpenConversation } from '../types';
import { caseKeys } from './api';

/** Who did what nobody did. */
const rule = '00000000-0000-0000-0000-000000000000';

interface News { conversation: string; case: string; by?: string }

/** Keeps open conversations true to their case, and tells whoever has one on screen that a colleague put it elsewhere. */
export function CaseNews() {
  const { t } = useTranslation('desk');
  const me = useUser().id;
  const { pathname } = useLocation();
  useLive<News>('desk.case.changed', ({ conversation, case: now, by }, queries) => {
    const open = queries.getQueryData<OpenConversation>(keys.conversation(conversation));
    const elsewhere = open && open.caseView.id !== now;
    if (elsewhere && by && by !== me && pathname.includes(conversation)) {
      notifications.show({ id: `case-${conversation}`, message: t(by === rule ? 'cases.elsewhereByRule' : 'cases.elsewhere'), icon: <IconArrowMerge size={18} aria-hidden="true" />, withBorder: true, autoClose: 12_000, closeButtonProps: { 'aria-label': t('app:close') } });
    }
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
    void queries.invalidateQueries({ queryKey: caseKeys.all });
    void queries.invalidateQueries({ queryKey: keys.rows });
  }, keys.conversations, caseKeys.all, keys.rows);
  return null;
}
