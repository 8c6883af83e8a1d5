import type { Blank } from '@app/textblocks/fill';
import { useTranslation } from 'react-i18next';
import classes from './Blocks.module.css';

interface Props {
  blanks: Blank[];
  /** Somebody wanted to send it as it is. */
  refused: boolean;
  onGo: (blank: Blank) => void;
}

/** What the writer has to fill in before the answer can go. */
export function Blanks({ blanks, refused, onGo }: Props) {
  const { t } = useTranslation('desk');
  if (blanks.length === 0) return null;
  return (
    <div className={classes.blanks} data-refused={refused || undefined} role={refused ? 'alert' : undefined}>
      <span>{t(refused ? 'blocks.refused' : 'blocks.toFillIn')}</span>
      {blanks.map((one, index) => (
        <button key={index} type="button" onClick={() => onGo(one)}>{one.label || t('blocks.blank')}</button>
      ))}
    </div>
  );
}
