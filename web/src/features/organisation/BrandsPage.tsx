import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { languages } from '@app/i18n';
import { Badge, ColorInput, Group, Select, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseTimes, store, timesPerPerson, useBrands, type Brand, type TimesPerPerson } from './api';
import classes from './List.module.css';
import { Rows } from './Rows';
import { useStored, zones } from './useStore';

export default function BrandsPage() {
  const { t } = useTranslation('organisation');
  const [open, setOpen] = useState<{ brand?: Brand } | null>(null);
  return (
    <>
      <Rows texts="brands" query={useBrands()} onOpen={(brand) => setOpen({ brand })} row={(brand) => (
        <>
          <Group gap="sm" wrap="nowrap">
            <span className={classes.dot} style={{ background: brand.accent }} aria-hidden="true" />
            <div><Text fw={550}>{brand.name}</Text><Text size="sm" c="dimmed">{brand.key} · {brand.zone}</Text></div>
          </Group>
          {brand.anonymous && <Badge variant="light">{t('brands.anonymousShort')}</Badge>}
        </>
      )} />
      {open && <BrandForm key={JSON.stringify(open)} brand={open.brand} onReplace={(brand) => setOpen({ brand })} onClose={() => setOpen(null)} />}
    </>
  );
}

function BrandForm({ brand, onReplace, onClose }: { brand?: Brand; onReplace: (brand: Brand) => void; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const theirs = useTheirs(brand, useBrands().data, onReplace);
  const stored = useStored(onClose);
  const confirm = useConfirm();
  const server = useServerForm({
    initialValues: {
      key: brand?.key ?? '',
      name: brand?.name ?? '',
      accent: brand?.accent ?? '#c2410c',
      defaultLanguage: brand?.defaultLanguage ?? 'nl',
      zone: brand?.zone ?? 'Europe/Amsterdam',
      anonymous: brand?.anonymous ?? false,
      greetingNl: brand?.greetingNl ?? 'Met vriendelijke groet',
      greetingEn: brand?.greetingEn ?? 'Kind regards',
      timesPerPerson: brand?.timesPerPerson ?? 'SHOWN',
    },
  }, async ({ timesPerPerson: choice, ...draft }) => {
    const other = brand !== undefined && choice !== brand.timesPerPerson;
    const removes = other && choice === 'NOT_RECORDED';
    if (removes && !await confirm({ title: t('brands.timesGo'), body: t('brands.timesGoBody'), confirm: t('brands.timesGoYes'), danger: true })) return;
    await stored(store('brands', brand?.id, draft).then(() => (other ? chooseTimes(brand.id, choice as TimesPerPerson, removes) : undefined)));
  });
  const { form } = server;
  return (
    <FormDrawer opened title={brand ? brand.name : t('brands.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus required withAsterisk={false} label={t('name')} {...form.getInputProps('name')} />
      <TextInput label={t('brands.key')} description={t('brands.keyHelp')} disabled={brand !== undefined} {...form.getInputProps('key')} />
      <ColorInput label={t('brands.accent')} format="hex" {...form.getInputProps('accent')} />
      <Select label={t('brands.language')} allowDeselect={false} {...form.getInputProps('defaultLanguage')}
        data={languages.map((language) => ({ value: language, label: t(`app:languages.${language}`) }))} />
      <Select label={t('zone')} searchable allowDeselect={false} limit={50} data={zones} {...form.getInputProps('zone')} />
      <Textarea autosize label={t('brands.greetingNl')} {...form.getInputProps('greetingNl')} />
      <Textarea autosize label={t('brands.greetingEn')} {...form.getInputProps('greetingEn')} />
      <Switch label={t('brands.anonymous')} description={t('brands.anonymousHelp')} {...form.getInputProps('anonymous', { type: 'checkbox' })} />
      {brand && (
        <Select label={t('brands.times')} description={t('brands.timesHelp')} allowDeselect={false} {...form.getInputProps('timesPerPerson')}
          data={timesPerPerson.map((choice) => ({ value: choice, label: t(`brands.timesOf.${choice}`) }))} />
      )}
    </FormDrawer>
  );
}
