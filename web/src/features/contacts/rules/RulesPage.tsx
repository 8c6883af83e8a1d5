import { useTheirs } from '@app/form/useTheirs';
import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { Figure } from '@app/number/Figure';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Button, Select, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { days, useKept, useRules, type Kept, type Rule } from './api';
import { RuleDrawer } from './RuleDrawer';
import classes from './Rules.module.css';
import { useSays } from './useSays';

/** Who gets what: the rules of a brand, the most specific first, with how much of each is kept. */
export default function RulesPage() {
  const { t } = useTranslation('contacts');
  const { brands } = useUser();
  const { may } = useSession();
  const settles = may('organisation.configure');
  const [search, setSearch] = useSearchParams();
  const brand = brands.find((one) => one.id === search.get('brand'))?.id ?? brands[0]?.id;
  const [open, setOpen] = useState<{ rule?: Rule } | null>(null);
  const rules = useRules();
  const kept = useKept();
  const theirs = useTheirs(open?.rule, rules.data, (rule) => setOpen({ rule }));
  if (!brand) return <Empty title={t('rules.noBrand')}>{t('rules.noBrandHelp')}</Empty>;
  const shown = rules.data?.filter((rule) => rule.brand === brand) ?? [];
  return (
    <>
      <PageHead title={t('rules.title')} lead={t('rules.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('rules.brand')} allowDeselect={false} w={220} value={brand} onChange={(next) => next && setSearch({ brand: next }, { replace: true })}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
        {settles && <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('rules.add')}</Button>}
      </PageHead>
      {rules.isError ? <Failed error={rules.error} onRetry={() => void rules.refetch()} /> : !rules.data ? <Loading /> : (
        <ul className={classes.list} aria-label={t('rules.title')}>
          {shown.map((rule) => <RuleRow key={rule.id} rule={rule} kept={kept.data?.find((one) => one.rule === rule.id)} onOpen={settles ? () => setOpen({ rule }) : undefined} />)}
          <Rest any={shown.length > 0} />
        </ul>
      )}
      {open && <RuleDrawer key={JSON.stringify(open)} brand={brand} rule={open.rule} theirs={theirs} onClose={() => setOpen(null)} />}
    </>
  );
}

function RuleRow({ rule, kept, onOpen }: { rule: Rule; kept?: Kept; onOpen?: () => void }) {
  const { t } = useTranslation('contacts');
  const { may } = useSession();
  const format = useFormat();
  const { who, what } = useSays();
  return (
    <li className={classes.rule}>
      <UnstyledButton component={onOpen ? 'button' : 'div'} className={classes.main} onClick={onOpen} style={onOpen ? undefined : { cursor: 'default' }}>
        <Text fw={550}>{who(rule)}</Text>
        <Text size="sm" c="dimmed">{what(rule)}</Text>
      </UnstyledButton>
      <div className={classes.figure}>
        {kept && (
          <Figure label={t('rules.kept', { days })} definition={t('rules.keptDefinition', { days })} write={format.hundredths} value={kept.share?.percent}
            interval={kept.share && [kept.share.interval.low, kept.share.interval.high]} n={kept.n} nText={t('rules.keptN', { count: kept.n, n: format.number(kept.n) })} />
        )}
        {kept && kept.n > 0 && may('contacts.view') && <Anchor component={Link} size="sm" to={`/settings/promises/${rule.id}/broken`}>{t('rules.showBroken')}</Anchor>}
      </div>
    </li>
  );
}

/** What holds where no rule does. */
function Rest({ any }: { any: boolean }) {
  const { t } = useTranslation('contacts');
  return (
    <li className={classes.rest}>
      <Text fw={550}>{t(any ? 'rules.rest' : 'rules.everything')}</Text>
      <Text size="sm" c="dimmed">{t('rules.restSays')} <Anchor component={Link} to="/settings/hours" size="sm">{t('rules.hours')}</Anchor></Text>
    </li>
  );
}
