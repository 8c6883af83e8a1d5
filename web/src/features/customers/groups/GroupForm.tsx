import { toastDone } from '@app/announce';
import { http, withQuery } from '@app/api/http';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { groupsKey, type CustomerGroup } from '@app/groups/api';
import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

const colours: CustomerGroup['colour'][] = ['GRAY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK'];
const priorities: CustomerGroup['startsAs'][] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

interface Props { brand: string; group?: CustomerGroup; all: CustomerGroup[]; onReplace: (group: CustomerGroup) => void; onClose: () => void }

/** Making or changing a group of customers. */
export function GroupForm({ brand, group, all, onReplace, onClose }: Props) {
  const { t } = useTranslation('customers');
  const queries = useQueryClient();
  const theirs = useTheirs(group, all, onReplace);
  const server = useServerForm({
    initialValues: {
      nameNl: group?.nameNl ?? '', nameEn: group?.nameEn ?? '', colour: group?.colour ?? 'BLUE' as CustomerGroup['colour'],
      startsAs: group?.startsAs ?? 'NORMAL' as CustomerGroup['startsAs'], position: group?.position ?? all.length * 10 + 10, archived: group?.archived ?? false,
    },
  }, async (values) => {
    const body = { ...values, version: group?.version ?? 0 };
    try {
      await (group ? http.put(`/api/customer-groups/${group.id}`, body) : http.post(withQuery('/api/customer-groups', { brand }), body));
      onClose();
      toastDone(t('app:saved'));
    } finally {
      await queries.invalidateQueries({ queryKey: groupsKey });
    }
  });
  const { form } = server;
  return (
    <FormDrawer opened title={t(group ? 'groups.change' : 'groups.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('groups.nameNl')} {...form.getInputProps('nameNl')} />
      <TextInput label={t('groups.nameEn')} {...form.getInputProps('nameEn')} />
      <Select label={t('groups.colour')} allowDeselect={false} data={colours.map((one) => ({ value: one, label: t(`groups.colours.${one}`) }))} {...form.getInputProps('colour')} />
      <Select label={t('groups.startsAs')} description={t('groups.startsAsHelp')} allowDeselect={false} data={priorities.map((one) => ({ value: one, label: t(`groups.priorities.${one}`) }))} {...form.getInputProps('startsAs')} />
      <NumberInput label={t('groups.position')} description={t('groups.positionHelp')} min={0} clampBehavior="none" {...form.getInputProps('position')} />
      {group && <Switch label={t('groups.archived')} description={t('groups.archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
