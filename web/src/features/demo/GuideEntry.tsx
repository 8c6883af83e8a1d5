import { UnstyledButton } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@app/session';
import { useDemo } from './api';
import classes from './Demo.module.css';
import { useGuide } from './useGuide';

/** Brings the guide back. */
export function GuideEntry() {
  const { t } = useTranslation('demo');
  const demo = useDemo();
  const { show } = useGuide(useSession().user?.email);
  if (!demo) return null;
  return (
    <UnstyledButton className={classes.entry} onClick={show}>
      <IconMapPin size={20} stroke={1.7} aria-hidden="true" />
      {t('guide.open')}
    </UnstyledButton>
  );
}
