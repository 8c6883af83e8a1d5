import { FormDrawer } from '@app/form/FormDrawer';
import { offered } from '@app/form/offered';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { Badge, Button, Group, Select, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { store, usePartners, useSites, type Partner, type Site } from './api';
import { Rows } from './Rows';
import { useStored, zones } from './useStore';

export default function SitesPage() {
  const { t } = useTranslation('organisation');
  const partners = usePartners();
  const [site, setSite] = useState<{ site?: Site } | null>(null);
  const [partner, setPartner] = useState<{ partner?: Partner } | null>(null);
  const nameOf = (id?: string) => partners.data?.find((one) => one.id === id)?.name ?? t('sites.own');
  return (
    <>
      <Rows texts="sites" query={useSites()} onOpen={(one) => setSite({ site: one })} row={(one) => (
        <>
          <div><Text fw={550} c={one.archived ? 'dimmed' : undefined}>{one.name}</Text><Text size="sm" c="dimmed">{one.zone}</Text></div>
          <Group gap="xs">{one.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}<Text size="sm" c="dimmed">{nameOf(one.partner)}</Text></Group>
        </>
      )} />
      <Rows texts="partners" query={partners} onOpen={(one) => setPartner({ partner: one })} row={(one) => (
        <>
          <Text fw={550} c={one.archived ? 'dimmed' : undefined}>{one.name}</Text>
          {one.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}
        </>
      )}
        heading={(
          <Group justify="space-between" mt="xl" mb="sm">
            <Title order={2} size="h3">{t('partners.title')}</Title>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setPartner({})}>{t('partners.add')}</Button>
          </Group>
        )} />
      {site && <SiteForm key={JSON.stringify(site)} site={site.site} partners={partners.data ?? []} onReplace={(one) => setSite({ site: one })} onClose={() => setSite(null)} />}
      {partner && <PartnerForm key={JSON.stringify(partner)} partner={partner.partner} onReplace={(one) => setPartner({ partner: one })} onClose={() => setPartner(null)} />}
    </>
  );
}

interface SiteProps { site?: Site; partners: Partner[]; onReplace: (site: Site) => void; onClose: () => void }

function SiteForm({ site, partners, onReplace, onClose }: SiteProps) {
  const { t } = useTranslation('organisation');
  const theirs = useTheirs(site, useSites().data, onReplace);
  const stored = useStored(onClose);
  const server = useServerForm(
    { initialValues: { name: site?.name ?? '', zone: site?.zone ?? 'Europe/Amsterdam', partner: site?.partner ?? null as string | null, archived: site?.archived ?? false } },
    (values) => stored(store('sites', site?.id, values)),
  );
  const { form } = server;
  return (
    <FormDrawer opened title={site ? site.name : t('sites.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('name')} {...form.getInputProps('name')} />
      <Select label={t('zone')} searchable allowDeselect={false} limit={50} data={zones} {...form.getInputProps('zone')} />
      <Select label={t('sites.partner')} description={t('sites.partnerHelp')} clearable placeholder={t('sites.own')} {...form.getInputProps('partner')}
        data={offered(partners, [site?.partner]).map((one) => ({ value: one.id, label: one.name }))} />
      {site && <Switch label={t('archived')} description={t('archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}

function PartnerForm({ partner, onReplace, onClose }: { partner?: Partner; onReplace: (partner: Partner) => void; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const theirs = useTheirs(partner, usePartners().data, onReplace);
  const stored = useStored(onClose);
  const server = useServerForm(
    { initialValues: { name: partner?.name ?? '', archived: partner?.archived ?? false } },
    (values) => stored(store('partners', partner?.id, values)),
  );
  return (
    <FormDrawer opened title={partner ? partner.name : t('partners.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('name')} {...server.form.getInputProps('name')} />
      {partner && <Switch label={t('archived')} description={t('archivedHelp')} {...server.form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
