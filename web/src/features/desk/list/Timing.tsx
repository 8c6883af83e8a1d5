import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Row } from '../types';
import classes from './List.module.css';

const warnBefore = 30 * 60_000;
const chatWarnBefore = 60_000;

interface DueProps { dueAt: string; late: boolean; medium?: string; brand?: string; soonAt?: string }

/**
 * By when we promised it: calm, soon (when its rule says so, or as usual), or late by how much.
 * @param brand by whose clock the customer was told it; absent for what he was not told
 */
export function Due({ dueAt, late, medium, brand, soonAt }: DueProps) {
  const { t } = useTranslation('desk');
  const format = useFormat(useZone(brand));
  const chat = medium === 'chat';
  const now = useNow(chat ? 'second' : 'relaxed');
  const left = new Date(dueAt).getTime() - now;
  const urgency = late || left < 0 ? 'late' : (soonAt ? now >= new Date(soonAt).getTime() : left < (chat ? chatWarnBefore : warnBefore)) ? 'soon' : 'calm';
  const shown = urgency === 'late'
    ? t('due.late', { span: format.span(-left) })
    : urgency === 'soon' ? t('due.in', { span: format.span(left) }) : t('due.before', { time: format.moment(dueAt, new Date(now)) });
  return (
    <Tooltip label={t('due.promised', { time: format.exact(dueAt) })}>
      <span className={classes.due} data-urgency={urgency}>{shown}</span>
    </Tooltip>
  );
}

/** How long the customer waits for us, or when something last happened. */
export function Waiting({ row }: { row: Row }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useNow(row.medium === 'chat' && row.waitingSince ? 'second' : 'relaxed');
  if (row.waitingSince) {
    const span = format.span(now - new Date(row.waitingSince).getTime());
    return (
      <Tooltip label={t('waiting.since', { time: format.exact(row.waitingSince) })}>
        <span>{t('waiting.for', { span })}</span>
      </Tooltip>
    );
  }
  const at = row.closedAt ?? row.lastAt;
  return <time dateTime={at} title={format.exact(at)}>{format.moment(at, new Date(now))}</time>;
}

/** When a case that was kept open comes back as work. */
export function ComesBack({ at }: { at: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return <time className={classes.due} data-urgency="calm" dateTime={at} title={format.exact(at)}>{t('comeBack.on', { time: format.moment(at) })}</time>;
}
