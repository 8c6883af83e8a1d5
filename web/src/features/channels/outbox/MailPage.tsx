import { PageHead } from '@app/list/PageHead';
import { Failed, Loading } from '@app/states';
import { Button, Stack, Tabs, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useSentMail } from '../api';
import classes from '../ledger/Ledger.module.css';

/** One mail as its reader sees it, as text, and with its headers. */
export default function MailPage() {
  const { t } = useTranslation('channels');
  const { id = '' } = useParams();
  const found = useSentMail(id);
  const item = found.data;
  return (
    <Stack gap="md" maw={860}>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {item && (
        <>
          <div><PageHead title={item.mail.subject} lead={`${item.mail.sender} → ${item.mail.recipients.join(', ')}`} up={{ to: '/outbox', label: t('outbox.place') }}>
            <Button component="a" href={`/api/outbox/${id}/raw`} variant="default" leftSection={<IconDownload size={16} />}>{t('outbox.raw')}</Button>
          </PageHead></div>
          {item.attachments.length > 0 && <Text size="sm">{t('outbox.attachments')}: {item.attachments.join(', ')}</Text>}
          <Tabs defaultValue={item.html ? 'html' : 'text'} keepMounted={false}>
            <Tabs.List>
              {item.html && <Tabs.Tab value="html">{t('outbox.html')}</Tabs.Tab>}
              <Tabs.Tab value="text">{t('outbox.text')}</Tabs.Tab>
              <Tabs.Tab value="headers">{t('outbox.headers')}</Tabs.Tab>
            </Tabs.List>
            {item.html && (
              <Tabs.Panel value="html" pt="sm">
                <iframe className={classes.frame} sandbox="allow-popups allow-popups-to-escape-sandbox" title={t('outbox.html')} srcDoc={item.html} />
              </Tabs.Panel>
            )}
            <Tabs.Panel value="text" pt="sm"><Text className={classes.text}>{item.text}</Text></Tabs.Panel>
            <Tabs.Panel value="headers" pt="sm">
              <dl className={classes.facts}>
                {item.headers.map((header, at) => (
                  <div key={at} style={{ display: 'contents' }}><dt>{header.name}</dt><dd>{header.value}</dd></div>
                ))}
              </dl>
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}
