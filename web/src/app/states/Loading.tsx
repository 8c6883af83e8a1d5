import { Center, Loader, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Shows nothing for the first moment: most pages are there before a spinner would have been noticed. */
export function Loading({ height = 240 }: { height?: number | string }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Center h={height} aria-busy="true">
      {late && <Loader type="dots" />}
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
    </Center>
  );
}
