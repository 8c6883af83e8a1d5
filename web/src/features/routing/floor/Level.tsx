import { useFormat } from '@app/format';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../types';

/** The service level of the last hour over all that is shown, or why there is none. */
export function Level({ answers, className }: { answers: Answers | undefined; className: string | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const n = answers?.n ?? 0;
  return (
    <p className={className}>
      {t('floor.queues.nowAll')} <b>{answers?.share ? format.hundredths(answers.share.percent) : t('floor.nobody')}</b>{' '}
      {answers?.share ? t('floor.queues.ofDue', { count: n, n: format.number(n) }) : t('floor.queues.nowFew', { count: n, n: format.number(n) })}
    </p>
  );
}
