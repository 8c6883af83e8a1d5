import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { offered } from '@app/form/offered';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Group, Select, Switch, Text, TextInput, Title, UnstyledButton, type SwitchProps } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { people, useFollowGroups, usePartners, useSites, useSkills, useTeams, type Named, type Team } from './api';
import classes from './People.module.css';

type Kind = 'teams' | 'skills';

export default function TeamsPage() {
  const { t } = useTranslation('people');
  const teams = useTeams();
  const skills = useSkills();
  useFollowGroups();
  const [open, setOpen] = useState<{ kind: Kind; item?: Team } | null>(null);
  return (
    <>
      <PageHead title={t('teams.title')} lead={t('teams.lead')} />
      <Section kind="teams" query={teams} onOpen={(item) => setOpen({ kind: 'teams', item })} />
      <Section kind="skills" query={skills} onOpen={(item) => setOpen({ kind: 'skills', item })} />
      {open?.kind === 'teams' && <TeamForm key={JSON.stringify(open)} team={open.item} onReplace={(item) => setOpen({ kind: 'teams', item })} onClose={() => setOpen(null)} />}
      {open?.kind === 'skills' && <SkillForm key={JSON.stringify(open)} skill={open.item} onReplace={(item) => setOpen({ kind: 'skills', item })} onClose={() => setOpen(null)} />}
    </>
  );
}

interface SectionProps { kind: Kind; query: ReturnType<typeof useTeams> | ReturnType<typeof useSkills>; onOpen: (item?: Named) => void }

function Section({ kind, query, onOpen }: SectionProps) {
  const { t } = useTranslation('people');
  const { may } = useSession();
  return (
    <section aria-label={t(`${kind}.label`)}>
      <Group justify="space-between" mt="lg" mb="sm">
        <Title order={2} size="h3">{t(`${kind}.label`)}</Title>
        {may('people.configure') && <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => onOpen()}>{t(`${kind}.new`)}</Button>}
      </Group>
      {query.isPending ? <Loading height={120} /> : query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : query.data.length === 0 ? (
        <Empty height={140} title={t(`${kind}.empty`)}>{t(`${kind}.emptyHelp`)}</Empty>
      ) : (
        <ul className={classes.list}>
          {query.data.map((item) => (
            <li key={item.id}><UnstyledButton className={classes.row} disabled={!may('people.configure')} onClick={() => onOpen(item)}><Text c={item.archived ? 'dimmed' : undefined}>{item.name}</Text>{item.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}</UnstyledButton></li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useStored(onClose: () => void) {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  return async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries({ queryKey: ['people'] });
    toastDone(t('app:saved'));
    onClose();
  };
}

interface TeamProps { team?: Team; onReplace: (team: Team) => void; onClose: () => void }

function TeamForm({ team, onReplace, onClose }: TeamProps) {
  const { t } = useTranslation('people');
  const theirs = useTheirs(team, useTeams().data, onReplace);
  const stored = useStored(onClose);
  const sites = useSites();
  const partners = usePartners();
  const server = useServerForm(
    { initialValues: { name: team?.name ?? '', site: team?.site ?? null as string | null, partner: team?.partner ?? null as string | null, archived: team?.archived ?? false } },
    ({ name, site, partner, archived }) => stored(people.storeTeam(team?.id, { name, archived, site: site ?? undefined, partner: partner ?? undefined })),
  );
  const choices = (list: Named[] | undefined, chosen?: string) => offered(list, [chosen]).map((one) => ({ value: one.id, label: one.name }));
  return (
    <FormDrawer opened title={team?.name ?? t('teams.new')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('name')} {...server.form.getInputProps('name')} />
      <Select label={t('users.site')} clearable data={choices(sites.data, team?.site)} {...server.form.getInputProps('site')} />
      <Select label={t('users.partner')} clearable data={choices(partners.data, team?.partner)} {...server.form.getInputProps('partner')} />
      {team && <Archived of="teams" {...server.form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}

interface SkillProps { skill?: Named; onReplace: (skill: Named) => void; onClose: () => void }

function SkillForm({ skill, onReplace, onClose }: SkillProps) {
  const { t } = useTranslation('people');
  const theirs = useTheirs(skill, useSkills().data, onReplace);
  const stored = useStored(onClose);
  const server = useServerForm(
    { initialValues: { name: skill?.name ?? '', archived: skill?.archived ?? false } },
    (values) => stored(people.storeSkill(skill?.id, values)),
  );
  return (
    <FormDrawer opened title={skill?.name ?? t('skills.new')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('name')} {...server.form.getInputProps('name')} />
      {skill && <Archived of="skills" {...server.form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}

function Archived({ of, ...input }: SwitchProps & { of: Kind }) {
  const { t } = useTranslation('people');
  return <Switch label={t('archived')} description={t(`${of}.archivedHelp`)} {...input} />;
}
