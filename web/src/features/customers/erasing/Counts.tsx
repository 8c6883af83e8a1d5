import { useTranslation } from 'react-i18next';
import type { Count } from './api';
import classes from './Erasing.module.css';

/** How much of each kind, with what the kind is. */
export function Counts({ counts, label }: { counts: Count[]; label: string }) {
  const { t } = useTranslation('customers');
  return (
    <table className={classes.counts}>
      <caption>{label}</caption>
      <tbody>
        {counts.map(({ kind, number }) => (
          <tr key={kind}>
            <th scope="row">{t(`erase.kind.${kind}`)}</th>
            <td className="numbers">{number}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
