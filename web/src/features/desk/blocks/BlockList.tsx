import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './Blocks.module.css';
import type { TextBlocks } from './useTextBlocks';

export const optionId = (list: string, block: string) => `${list}-${block}`;

/** The text blocks that fit what is being typed, above the field. */
export function BlockList({ id, blocks }: { id: string; blocks: TextBlocks }) {
  const { t } = useTranslation('desk');
  const most = useMediaQuery('(max-width: 48em)') ? 5 : 8;
  const { asked, found, all, query, active, language } = blocks;
  // what the mouse rests on stays where it is: only what is out of sight moves the list
  const [before, setFirst] = useState(0);
  const first = Math.min(active, Math.max(before, active - most + 1));
  if (first !== before) setFirst(first);
  const last = Math.min(found.length, first + most);
  const status = <VisuallyHidden role="status">{asked && found.length > 0 && t('blocks.found', { count: found.length })}</VisuallyHidden>;
  if (!asked) return status;
  return (
    // the field keeps the focus, whatever is pressed here
    <div className={classes.list} onMouseDown={(event) => event.preventDefault()}>
      {status}
      {found.length > 0 && (
        <ul role="listbox" id={id} aria-label={t('blocks.list')}>
          {found.slice(first, last).map((block, index) => (
            <li key={block.id} id={optionId(id, block.id)} role="option" aria-selected={first + index === active} aria-setsize={found.length} aria-posinset={first + index + 1}
              onClick={() => blocks.insert(block)} onMouseMove={() => blocks.setActive(first + index)}>
              <span className={classes.shortcut}>/{block.shortcut}</span>
              <span className={classes.name}>{block.name}</span>
              {block.own && <span className={classes.mark}>{t('blocks.own')}</span>}
              {block.language !== language && <span className={classes.mark}>{t(`blocks.language.${block.language}`)}</span>}
              <span className={classes.words}>{blocks.wordsOf(block).replace(/\s+/g, ' ')}</span>
            </li>
          ))}
        </ul>
      )}
      {last < found.length && (
        <button type="button" tabIndex={-1} className={classes.more} onClick={() => blocks.setActive(Math.min(found.length - 1, last + most - 1))}>
          {t('blocks.more', { shown: last, count: found.length })}
        </button>
      )}
      {found.length === 0 && (
        <p className={classes.none}>
          {query.isPending && t('blocks.loading')}
          {query.isError && t('blocks.failed')}
          {query.isSuccess && t(all.length > 0 ? 'blocks.noneFound' : 'blocks.none')}{' '}
          {query.isSuccess && all.length === 0 && <Link to="/texts">{t('blocks.make')}</Link>}
        </p>
      )}
    </div>
  );
}
