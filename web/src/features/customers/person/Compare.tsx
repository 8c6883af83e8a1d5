import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Alert, Badge, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact, Preview, Side } from './api';
import classes from './Person.module.css';

const facts: Fact[] = ['NAME', 'LANGUAGE', 'COUNTRY', 'GROUP'];

interface Props {
  preview: Preview;
  error: unknown;
  busy: boolean;
  onBack: () => void;
  onMerge: (take: Fact[], unproven: boolean) => void;
}

/** Both beside each other; what remains is chosen where they differ. */
export function Compare({ preview: { here, other, unproven, already }, error, busy, onBack, onMerge }: Props) {
  const { t } = useTranslation('customers');
  const said = useSaid();
  const [take, setTake] = useState<Fact[]>([]);
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const differ = facts.filter((fact) => said(here, fact) && said(other, fact) && said(here, fact) !== said(other, fact));
  const choose = (fact: Fact, theirs: boolean) => setTake(theirs ? [...take, fact] : take.filter((one) => one !== fact));
  if (already) return <Text>{t('person.already')}</Text>;
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      setAsked(true);
      if (!unproven || sure) onMerge(take, sure);
    }}>
      <Stack>
        <div className={classes.both}>
          <Card side={here} label={t('person.here')} />
          <Card side={other} label={t('person.other')} />
        </div>
        {differ.length > 0 && (
          <section aria-label={t('person.remains')}>
            <Text fw={600} size="sm" mb={4}>{t('person.remains')}</Text>
            <Stack gap="sm">
              {differ.map((fact) => (
                <Radio.Group key={fact} label={t(`person.facts.${fact}`)} value={take.includes(fact) ? 'other' : 'here'} onChange={(value) => choose(fact, value === 'other')}>
                  <Group gap="md" mt={4}>
                    <Radio value="here" label={said(here, fact)} />
                    <Radio value="other" label={said(other, fact)} />
                  </Group>
                </Radio.Group>
              ))}
            </Stack>
          </section>
        )}
        <Text size="sm" c="dimmed">{t('person.what')}</Text>
        {unproven && (
          <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t('person.unproven')}>
            <Text size="sm" mb="xs">{t('person.unprovenHelp')}</Text>
            <Checkbox label={t('person.sure')} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} error={asked && !sure ? t('person.sureFirst') : undefined} />
          </Alert>
        )}
        <ProblemNote error={error} />
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={onBack}>{t('person.back')}</Button>
          <Button type="submit" loading={busy}>{t('person.merge')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Card({ side, label }: { side: Side; label: string }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  return (
    <section className={classes.side} aria-label={label}>
      <Text size="xs" c="dimmed">{label}</Text>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>{side.name ?? t('unnamed')}</Text>
      {side.identities.map((one) => (
        <Group key={one.id} gap={6}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{one.value}</Text>
          <Badge size="sm" variant="light" color={one.proven ? 'teal' : 'yellow'}>{t(one.proven ? 'proven' : 'person.notProven')}</Badge>
        </Group>
      ))}
      <Text size="sm" c="dimmed" mt={6}>{[t('person.orders', { count: side.orders }), t('person.stories', { count: side.stories }), `${t('known')} ${format.date(side.createdAt)}`].join(' · ')}</Text>
      {side.surveysDeclined && <Text size="sm" c="dimmed">{t('declined')}</Text>}
    </section>
  );
}

/** A fact as it is read. */
function useSaid() {
  const { t, i18n } = useTranslation('customers');
  return (side: Side, fact: Fact): string | undefined => {
    switch (fact) {
      case 'NAME': return side.name;
      case 'LANGUAGE': return side.language && t(`app:languages.${side.language}`);
      case 'COUNTRY': return side.country;
      case 'GROUP': return i18n.language === 'nl' ? side.groupNl : side.groupEn;
    }
  };
}
