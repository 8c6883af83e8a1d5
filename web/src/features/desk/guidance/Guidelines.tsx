import { SearchField } from '@app/list/SearchField';
import { useShortcuts } from '@app/keys';
import { Failed, Loading } from '@app/states';
import { Badge, Collapse, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconCompass } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../types';
import { useFitting, useFound, type Fitting } from './api';
import classes from './Guidance.module.css';
import { GuidelineView } from './GuidelineView';
import { useInLanguage } from './useInLanguage';

interface Props {
  contact: Contact;
  /** The language in which the customer is answered. */
  language?: string;
  handles: boolean;
  onWords: (words: string) => void;
}

/** Guidelines that fit beside the talk. Nothing here has to be read or ticked: it is folded where nothing fits, and never in the way. */
export function Guidelines({ contact, language, handles, onWords }: Props) {
  const { t } = useTranslation('desk');
  const fitting = useFitting(contact);
  const [shown, show] = useState<boolean>();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string>();
  const head = useRef<HTMLButtonElement>(null);
  const fit = fitting.data ?? [];
  const unfolded = shown ?? fit.length > 0;
  const toggle = () => show(!unfolded);
  useShortcuts([{ keys: 'u', label: t('guidance.key'), run: () => { if (!head.current?.checkVisibility()) return; toggle(); head.current.focus(); } }]);
  const close = () => {
    setOpen(undefined);
    head.current?.focus();
  };
  return (
    <section className={classes.section} aria-label={t('guidance.title')}>
      <Title order={3} className={classes.title}>
        <UnstyledButton ref={head} className={classes.fold} aria-expanded={unfolded} onClick={toggle}>
          <IconChevronRight size={15} className={classes.chevron} data-open={unfolded || undefined} aria-hidden="true" />
          {t('guidance.title')}{fit.length > 0 && ` (${fit.length})`}
        </UnstyledButton>
      </Title>
      <Collapse expanded={unfolded}>
        {unfolded && open && <GuidelineView key={open} contact={contact.id} id={open} language={language} handles={handles} onBack={close} onWords={onWords} />}
        {unfolded && !open && (
          <div className={classes.choices}>
            {fitting.isPending ? <Loading height={60} /> : fitting.isError ? <Failed error={fitting.error} onRetry={() => void fitting.refetch()} height={120} /> : (
              <>
                {!search && fit.length === 0 && <Text size="sm" c="dimmed">{t(contact.reason ? 'guidance.none' : 'guidance.noneYet')}</Text>}
                {!search && <List all={fit} onOpen={setOpen} />}
                {!search && fit.length > 0 && !contact.reason && <Text size="sm" c="dimmed">{t('guidance.registerReason')}</Text>}
              </>
            )}
            <SearchField value={search} onChange={setSearch} label={t('guidance.search')} />
            {search && <Found contact={contact.id} search={search} onOpen={setOpen} />}
          </div>
        )}
      </Collapse>
    </section>
  );
}

function Found({ contact, search, onOpen }: { contact: string; search: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation('desk');
  const found = useFound(contact, search);
  if (found.isPending) return <Loading height={60} />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} height={120} />;
  if (found.data.length === 0) return <Text size="sm" c="dimmed">{t('guidance.noneFound')}</Text>;
  return <List all={found.data} onOpen={onOpen} />;
}

function List({ all, onOpen }: { all: Fitting[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('desk');
  const say = useInLanguage();
  if (all.length === 0) return null;
  return (
    <ul className={classes.list}>
      {all.map((one) => (
        <li key={one.id}>
          <UnstyledButton className={classes.choice} onClick={() => onOpen(one.id)}>
            <IconCompass size={17} stroke={1.7} aria-hidden="true" />
            <span>
              <strong>{say(one.titleNl, one.titleEn)}</strong>{' '}
              <span className={classes.soft}>{say(one.purposeNl, one.purposeEn)}</span>
              {one.whole && <Badge size="sm" variant="light" ml={6}>{t(`guidance.whole.${one.whole}`)}</Badge>}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
