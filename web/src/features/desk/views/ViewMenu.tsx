import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { keys } from '../api';
import { viewPath } from '../places';
import { savedViews, type SavedView } from './api';

/** What one can do with a view. */
export function ViewMenu({ view }: { view: SavedView }) {
  const { t } = useTranslation('desk');
  const go = useNavigate();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: keys.views });
  const bringBack = () => void savedViews.remove(view.id, false).then(again).then(() => go(viewPath(view.id)), toastProblem);
  const remove = () => void savedViews.remove(view.id, true).then(async () => {
    await go('/desk/mine');
    toastUndo(t('views.removed', { name: view.name }), t('app:undo'), bringBack);
    await again();
  }, toastProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('views.more', { name: view.name })}><IconDots size={18} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {view.mayChange && <Menu.Item component={Link} to={`/views/${view.id}`} leftSection={<IconPencil size={15} />}>{t('views.change')}</Menu.Item>}
        <Menu.Item component={Link} to={`/views/new?from=${view.id}`} leftSection={<IconCopy size={15} />}>{t('views.copy')}</Menu.Item>
        {view.mayChange && <Menu.Item onClick={remove} leftSection={<IconTrash size={15} />}>{t('views.remove')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
