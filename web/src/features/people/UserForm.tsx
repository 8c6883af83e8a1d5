import { toastDone, toastProblem } from '@app/announce';
import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { offered } from '@app/form/offered';
import { useServerForm } from '@app/form/useServerForm';
import { languages } from '@app/i18n';
import { Button, MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { people, usePartners, useSites, useSkills, useTeams, type Grant, type Named, type NewLogin, type User } from './api';
import { RoleEditor } from './RoleEditor';
import { SkillEditor } from './SkillEditor';

interface Props { user?: User; onLogin: (login: NewLogin) => void; onClose: () => void }

export function UserForm({ user, onLogin, onClose }: Props) {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const confirm = useConfirm();
  const teams = useTeams();
  const sites = useSites();
  const partners = usePartners();
  const skills = useSkills();
  const server = useServerForm({
    initialValues: {
      name: user?.name ?? '',
      email: user?.email ?? '',
      locale: user?.locale ?? 'nl',
      site: user?.site ?? null as string | null,
      partner: user?.partner ?? null as string | null,
      active: user?.active ?? true,
      roles: user?.roles ?? [{ role: 'agent' }] as Grant[],
      teams: user?.teams ?? [] as string[],
      skills: user?.skills ?? {} as Record<string, number>,
      skillsUntil: user?.skillsUntil ?? {} as Record<string, string>,
    },
  }, async ({ site, partner, ...values }) => {
    const draft = { ...values, site: site ?? undefined, partner: partner ?? undefined };
    if (user) await people.change(user.id, draft);
    else onLogin(await people.create(draft));
    await queries.invalidateQueries({ queryKey: ['people', 'users'] });
    toastDone(t('app:saved'));
    onClose();
  });
  const { form } = server;
  const reset = async () => {
    if (!user || !(await confirm({ title: t('users.resetAsk', { name: user.name }), body: t('users.resetBody'), confirm: t('users.reset') }))) return;
    try {
      onLogin(await people.resetPassword(user.id));
      onClose();
    } catch (failure) {
      toastProblem(failure);
    }
  };
  const choices = (list: Named[] | undefined, chosen?: (string | undefined)[]) => offered(list, chosen).map((one) => ({ value: one.id, label: one.name }));
  return (
    <FormDrawer opened size="lg" title={user ? user.name : t('users.add')} onClose={onClose} server={server}
      extra={user && <Button variant="subtle" onClick={() => void reset()}>{t('users.reset')}</Button>}>
      <TextInput data-autofocus label={t('name')} {...form.getInputProps('name')} />
      <TextInput type="email" label={t('email')} {...form.getInputProps('email')} />
      <Select label={t('users.language')} allowDeselect={false} data={languages.map((language) => ({ value: language, label: t(`app:languages.${language}`) }))} {...form.getInputProps('locale')} />
      <RoleEditor grants={form.values.roles} onChange={(grants) => form.setFieldValue('roles', grants)} error={form.errors.roles} />
      <MultiSelect label={t('teams.label')} searchable data={choices(teams.data, user?.teams)} {...form.getInputProps('teams')} />
      <SkillEditor skills={offered(skills.data, Object.keys(user?.skills ?? {}))} value={form.values.skills} until={form.values.skillsUntil}
        onChange={(skills, skillsUntil) => form.setValues({ skills, skillsUntil })} />
      <Select label={t('users.site')} clearable data={choices(sites.data, [user?.site])} {...form.getInputProps('site')} />
      <Select label={t('users.partner')} description={t('users.partnerHelp')} clearable data={choices(partners.data, [user?.partner])} {...form.getInputProps('partner')} />
      {user && <Switch label={t('users.active')} description={t('users.activeHelp')} {...form.getInputProps('active', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
