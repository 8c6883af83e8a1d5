import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BlockedSenders } from './BlockedSenders';
import { HeldMails } from './HeldMails';

/** Mail of blocked senders and suspected spam, waiting for somebody to let it in; and who is blocked. Both with undo. */
export default function SpamPage() {
  const { t } = useTranslation('channels');
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const handles = may('contacts.handle');
  const tab = handles ? params.get('show') ?? 'held' : 'blocked';
  return (
    <Stack gap="md" maw={860}>
      <div><PageHead title={t('spam.place')} lead={t(handles ? 'spam.explain' : 'spam.explainBlocked')} /></div>
      <Tabs value={tab} keepMounted={false} onChange={(show) => setParams(show === 'blocked' ? { show } : {}, { replace: true })}>
        <Tabs.List mb="md">
          {handles && <Tabs.Tab value="held">{t('spam.tabHeld')}</Tabs.Tab>}
          <Tabs.Tab value="blocked">{t('spam.tabBlocked')}</Tabs.Tab>
        </Tabs.List>
        {handles && <Tabs.Panel value="held"><HeldMails /></Tabs.Panel>}
        <Tabs.Panel value="blocked"><BlockedSenders /></Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
