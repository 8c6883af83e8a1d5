import { useFormat } from '@app/format';
import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditRow } from './api';
import { facts } from './facts';
import classes from './Platform.module.css';

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Who did what to what, in words; what changed unfolds below it. */
export function AuditLine({ row, onSubject }: { row: AuditRow; onSubject: (subject: string) => void }) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  const { subjectId: id } = row;
  const subject = id && [
    row.subjectType && t(`audit.subjects.${row.subjectType}`, { defaultValue: row.subjectType }),
    isUuid(id) ? `…${id.slice(-6)}` : id,
  ].filter(Boolean).join(' ');
  const words = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.nothing');
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (Array.isArray(value)) return value.length === 0 ? t('audit.nothing') : value.map(words).join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const changed = facts(row.detail);
  return (
    <li>
      <span className="numbers">{format.dateTime(row.at)}</span>
      <span>{row.actorName}</span>
      <div>
        <div className={classes.did}>
          <span title={row.kind}>{t(`audit.did.${row.kind}`, { defaultValue: row.kind })}</span>
          {id && <button type="button" title={id} aria-label={t('audit.only', { subject })} onClick={() => onSubject(id)}>{subject}</button>}
          {id && row.subjectType === 'customer' && <Link to={`/customers/${id}`}>{t('audit.open')}</Link>}
        </div>
        {changed.length > 0 && (
          <details>
            <summary>{t('audit.show')}</summary>
            <dl>
              {changed.map((fact) => (
                <div key={fact.name}>
                  <dt><Code>{fact.name}</Code></dt>
                  <dd>{'before' in fact && <><del>{words(fact.before)}</del> → </>}{words(fact.now)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </li>
  );
}
