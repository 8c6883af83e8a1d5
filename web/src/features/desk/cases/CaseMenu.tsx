import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconBriefcase, IconDots, IconPrinter, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenConversation } from '../types';
import { JoinModal } from './JoinModal';

/** What one can do with the case of a conversation. */
export function CaseMenu({ caseView, conversation, handles, onWhy }: { caseView: OpenConversation['caseView']; conversation: string; handles: boolean; onWhy?: () => void }) {
  const { t } = useTranslation('desk');
  const [joining, setJoining] = useState(false);
  return (
    <>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target><ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('cases.more')}><IconDots size={20} stroke={1.6} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={`/cases/${caseView.id}`} leftSection={<IconBriefcase size={17} />}>{t('cases.openWhole')}</Menu.Item>
          <Menu.Item component={Link} to={`/print/${conversation}`} leftSection={<IconPrinter size={17} />}>{t('paper.print')}</Menu.Item>
          {onWhy && <Menu.Item leftSection={<IconRoute size={17} />} onClick={onWhy}>{t('app:why.title')}</Menu.Item>}
          {handles && <Menu.Item leftSection={<IconArrowMerge size={17} />} onClick={() => setJoining(true)}>{t('cases.join')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {joining && <JoinModal id={caseView.id} number={caseView.number} brand={caseView.brand} customer={caseView.customer} onClose={() => setJoining(false)} />}
    </>
  );
}
