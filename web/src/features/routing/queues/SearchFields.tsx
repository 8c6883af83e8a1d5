import { ActionIcon, Button, Group, MultiSelect, NumberInput, Stack, Switch, Text, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named, Ring, Search } from '../types';
import classes from './Queues.module.css';
import { SkillFields } from './SkillFields';

interface Props { search: Search; skills: Named[]; partners: Named[]; sites: Named[]; ofOthers: boolean; error?: ReactNode; onChange: (search: Search) => void }

const most = 5;

/** Whom the queue rather has, and who may help once something has waited too long. */
export function SearchFields({ search, skills, partners, sites, ofOthers, error, onChange }: Props) {
  const { t } = useTranslation('routing');
  const { rings } = search;
  const change = (index: number, ring: Partial<Ring>) => onChange({ ...search, rings: rings.map((one, at) => (at === index ? { ...one, ...ring } : one)) });
  const add = () => onChange({ ...search, rings: [...rings, { afterMinutes: (rings.at(-1)?.afterMinutes ?? 0) + 5, skills: {}, partners: [], ownPeople: false, sites: [] }] });
  return (
    <>
      {skills.length > 0 && (
        <SkillFields label={t('search.preferred')} help={t('search.preferredHelp')} known={skills} skills={search.preferred}
          onChange={(preferred) => onChange({ ...search, preferred })} />
      )}
      <NumberInput label={t('search.knowsCase')} description={t('search.knowsCaseHelp')} clampBehavior="none" min={0} max={1440}
        value={search.knowsCaseMinutes} onChange={(value) => onChange({ ...search, knowsCaseMinutes: Number(value) })} />
      <Stack gap="sm" role="group" aria-labelledby="rings">
        <div>
          <Title order={3} size="h5" id="rings">{t('search.rings')}</Title>
          <Text size="xs" c="dimmed">{t('search.ringsHelp')}</Text>
        </div>
        {rings.map((ring, index) => (
          <div key={index} className={classes.ring} role="group" aria-label={t('search.ring', { number: index + 1 })}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={550}>{t('search.ring', { number: index + 1 })}</Text>
              <ActionIcon variant="subtle" color="gray" aria-label={t('search.removeRing', { number: index + 1 })}
                onClick={() => onChange({ ...search, rings: rings.filter((_, at) => at !== index) })}><IconX size={16} /></ActionIcon>
            </Group>
            <NumberInput label={t('search.after')} clampBehavior="none" min={1} max={10080} value={ring.afterMinutes} onChange={(value) => change(index, { afterMinutes: Number(value) })} />
            {skills.length > 0 && (
              <SkillFields label={t('search.ringSkills')} help={t('search.ringSkillsHelp')} known={skills} skills={ring.skills} onChange={(chosen) => change(index, { skills: chosen })} />
            )}
            {partners.length > 0 && (
              <MultiSelect label={t('search.partners')} data={partners.map((one) => ({ value: one.id, label: one.name }))} value={ring.partners}
                onChange={(chosen) => change(index, { partners: chosen })} />
            )}
            {sites.length > 0 && (
              <MultiSelect label={t('search.sites')} data={sites.map((one) => ({ value: one.id, label: one.name }))} value={ring.sites}
                onChange={(chosen) => change(index, { sites: chosen })} />
            )}
            {ofOthers && <Switch label={t('search.ownPeople')} checked={ring.ownPeople} onChange={(event) => change(index, { ownPeople: event.currentTarget.checked })} />}
          </div>
        ))}
        {error && <Text size="xs" c="var(--late)" role="alert">{error}</Text>}
        {rings.length < most && <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={15} />} onClick={add}>{t('search.addRing')}</Button>}
      </Stack>
    </>
  );
}
