import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUser } from '@app/session';
import { GroupBadge } from '@app/groups/GroupBadge';
import { MediumIcon } from '../channel';
import type { Row } from '../types';
import classes from './List.module.css';
import { Haste } from '@app/contact/Haste';
import { ComesBack, Due, Waiting } from './Timing';

interface Props {
  row: Row;
  to: string;
  current: boolean;
  /** Whether it is ticked, while one chooses. */
  chosen?: boolean | undefined;
  onChoose?: (conversation: string, range: boolean) => void;
}

/** One conversation in a list. */
export const RowLink = memo(function RowLink({ row, to, current, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('desk');
  const me = useUser().id;
  const others = row.watchers.filter((one) => one.user !== me);
  const typing = others.find((one) => one.typing);
  const unread = row.unread && row.state !== 'closed';
  return (
    <li className={chosen === undefined ? undefined : classes.choosing}>
      {chosen !== undefined && (
        <Checkbox className={classes.tick} checked={chosen} aria-label={t('bulk.tick', { name: row.customerName ?? t('unknownCustomer'), subject: row.subject || t('noSubject') })}
          onChange={(event) => onChoose?.(row.conversation, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)} />
      )}
      <Link to={to} className={`${classes.row} ${unread ? classes.unread : ''}`} aria-current={current || undefined} data-row={row.conversation}>
        <span className={classes.line}>
          <span className={classes.name}>
            {unread && <span className={classes.dot} role="img" aria-label={t('unread')} />}
            <MediumIcon medium={row.medium} />
            <span>{row.customerName ?? t('unknownCustomer')}</span>
            <GroupBadge group={row.customerGroup} />
          </span>
          <span className={classes.aside}><Waiting row={row} /></span>
        </span>
        <span className={classes.line}>
          <span className={classes.subject}>{row.subject || t('noSubject')}</span>
          <span className={classes.aside}>
            {row.state !== 'closed' && <Haste priority={row.priority} />}
            {row.undelivered && <IconAlertTriangle size={15} color="var(--late)" role="img" aria-label={t('delivery.FAILED')} />}
            {row.dueAt && row.state !== 'closed' && <Due dueAt={row.dueAt} late={row.late} medium={row.medium} brand={row.brand} soonAt={row.soonAt} />}
            {row.state === 'closed' && (row.comesBackAt
              ? <ComesBack at={row.comesBackAt} />
              : <span className={classes.due} data-urgency={row.caseState === 'SOLVED' ? 'done' : 'calm'}>{t(`case.${row.caseState}`)}</span>)}
          </span>
        </span>
        <span className={classes.line}>
          {row.found.length > 0 ? <span className={classes.found}>{row.found.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}</span> : <span className={classes.preview}>
            {row.subState && <b>{i18n.language === 'nl' ? row.subState.nameNl : row.subState.nameEn}{' · '}</b>}
            {row.previewFrom === 'out' && t('preview.ours')}
            {row.preview}
          </span>}
          <span className={classes.aside}>
            {others.length > 0
              ? (
                <span className={classes.watching} title={t(typing ? 'watch.typing' : 'watch.looking', { name: (typing ?? others[0]!).name })}>
                  {typing ? <IconPencil size={13} aria-hidden="true" /> : <IconEye size={13} aria-hidden="true" />}
                  {' '}
                  {(typing ?? others[0]!).name.split(' ')[0]}
                </span>
              )
              : row.assignedTo && row.assignedTo !== me && row.assignedName?.split(' ')[0]}
          </span>
        </span>
      </Link>
    </li>
  );
});
