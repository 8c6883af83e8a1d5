import { toastProblem, toastDone } from '@app/announce';
import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { people, roles, useRights, type RoleRights } from './api';
import classes from './People.module.css';
import { permissions, textOf } from './permissions';

export default function RolesPage() {
  const { t } = useTranslation('people');
  const { may } = useSession();
  const queries = useQueryClient();
  const rights = useRights();
  const change = useMutation({
    mutationFn: people.setRights,
    onMutate: (next: RoleRights) => queries.setQueryData<RoleRights[]>(['people', 'rights'], (all) => all?.map((one) => (one.role === next.role ? next : one))),
    onSuccess: () => toastDone(t('app:saved'), { id: 'rights', autoClose: 1500 }),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people', 'rights'] }),
  });
  if (rights.isPending) return <Loading />;
  if (rights.isError) return <Failed error={rights.error} onRetry={() => void rights.refetch()} />;
  const of = (role: string) => rights.data.find((one) => one.role === role)?.permissions ?? [];
  const toggle = (role: string, permission: string, on: boolean) =>
    change.mutate({ role, permissions: on ? [...of(role), permission] : of(role).filter((one) => one !== permission) });
  return (
    <>
      <PageHead title={t('roles.title')} lead={t('roles.lead')} />
      <div className={classes.matrix} tabIndex={0} role="region" aria-label={t('roles.title')}>
        <table>
          <thead><tr><th scope="col">{t('roles.right')}</th>{roles.map((role) => <th key={role} scope="col"><span>{t(`role.${role}`)}</span></th>)}</tr></thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{t(textOf(permission))}</th>
                {roles.map((role) => (
                  <td key={role}>
                    <div><Checkbox size="xs" aria-label={t('roles.cell', { role: t(`role.${role}`), right: t(textOf(permission)) })} disabled={!may('people.configure')}
                      checked={of(role).includes(permission)} onChange={(event) => toggle(role, permission, event.currentTarget.checked)} /></div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
