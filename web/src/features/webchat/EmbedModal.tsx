import { useFocusBack } from '@app/form/useFocusBack';
import { ProblemNote } from '@app/form/ProblemNote';
import { useConfirm } from '@app/confirm';
import { Button, Code, CopyButton, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { renewSecret, showSecret, type Widget } from './api';

/** The line for the shop's pages, and the secret for its server. */
export function EmbedModal({ widget, onClose }: { widget: Widget; onClose: () => void }) {
  const { t } = useTranslation('webchat');
  useFocusBack();
  const confirm = useConfirm();
  const secret = useMutation({ mutationFn: (renew: boolean) => (renew ? renewSecret(widget.id) : showSecret(widget.id)) });
  const server = window.location.origin;
  const line = `<script async src="${server}/widget/widget.js?key=${widget.key}"></script>`;
  const renew = async () => {
    if (await confirm({ title: t('renewAsk'), body: t('renewBody'), confirm: t('renewSecret'), danger: true })) secret.mutate(true);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('embedTitle')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Stack>
        <Text size="sm">{t('embedLine')}</Text>
        <Copied text={line} />
        <Text size="sm">{t('policyLine')}</Text>
        <Code block>{`script-src ${server}; frame-src ${server}`}</Code>
        <Text size="sm">{t('openLine')}</Text>
        <Title order={3} size="h5" mt="md">{t('identityTitle')}</Title>
        <Text size="sm">{t('identityLine')}</Text>
        {secret.data && <Copied text={secret.data.secret} />}
        <ProblemNote error={secret.error} />
        <Group>
          <Button variant="default" onClick={() => secret.mutate(false)} loading={secret.isPending}>{t('showSecret')}</Button>
          <Button variant="subtle" color="red" onClick={() => void renew()}>{t('renewSecret')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Copied({ text }: { text: string }) {
  const { t } = useTranslation('webchat');
  return (
    <Group wrap="nowrap" align="flex-start">
      <Code block flex={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => <Button variant="light" onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
      </CopyButton>
    </Group>
  );
}
