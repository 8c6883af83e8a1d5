import { useFormat } from '@app/format';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditRow } from './api';
import { facts } from './facts';
import classes from './Platform.module.css';

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Who did what to whom or what, by name where one is known; what changed unfolds below it. */
export function AuditLine({ row, onSubject }: { row: AuditRow; onSubject: (subject: string) => void }) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  const { subjectId: id } = row;
  const named = (one: string) => row.names[one] ?? (isUuid(one) ? `…${one.slice(-6)}` : one);
  const about = (type: string | undefined, one: string) =>
    [type && t(`audit.subjects.${type}`, { defaultValue: type }), named(one)].filter(Boolean).join(' ');
  const subject = id && about(row.subjectType, id);
  const customer = row.subjectType === 'customer' ? id : typeof row.detail.customer === 'string' ? row.detail.customer : undefined;
  const label = (name: string) => (isUuid(name) ? named(name) : t(`audit.fields.${name}`, { defaultValue: name }));
  const words = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.nothing');
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (Array.isArray(value)) return value.length === 0 ? t('audit.nothing') : value.map(words).join(', ');
    if (typeof value !== 'object') return named(String(value));
    return Object.entries(value).map(([key, part]) => `${label(key)} ${words(part)}`).join(', ') || t('audit.nothing');
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
          {customer && customer !== id && (
            <button type="button" title={customer} aria-label={t('audit.only', { subject: about('customer', customer) })} onClick={() => onSubject(customer)}>{t('audit.wholeCustomer')}</button>
          )}
          {customer && <Anchor component={Link} size="sm" to={`/customers/${customer}`} aria-label={t('audit.openCustomer', { customer: named(customer) })}>{t('audit.open')}</Anchor>}
        </div>
        {changed.length > 0 && (
          <details>
            <summary>{t('audit.show')}</summary>
            <dl>
              {changed.map((fact) => (
                <div key={fact.name}>
                  <dt>{label(fact.name)}</dt>
                  <dd>
                    {'now' in fact
                      ? <>{'before' in fact && <><del>{words(fact.before)}</del> → </>}{words(fact.now)}</>
                      : (
                        <>
                          {fact.removed.map((one) => <del key={words(one)}>− {words(one)}</del>)}
                          {fact.added.map((one) => <span key={words(one)}>+ {words(one)}</span>)}
                        </>
                      )}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </li>
  );
}
