import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { ColorInput, MultiSelect, NumberInput, SegmentedControl, Select, Switch, Text, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSaveWidget, type BrandChoice, type Widget, type WidgetSettings } from './api';

interface Values extends Record<string, unknown> {
  brand: string;
  name: string;
  accent: string;
  position: 'left' | 'right';
  language: string;
  origins: string;
  reasons: string[];
  active: boolean;
  transcripts: boolean;
  askMinutes: number;
  endMinutes: number;
}

function valuesOf(widget: Widget | undefined, brands: BrandChoice[]): Values {
  const known = widget?.settings;
  return {
    brand: widget?.brand ?? (brands.length === 1 ? brands[0]!.id : ''),
    name: known?.name ?? '',
    accent: known?.accent ?? '',
    position: known?.position ?? 'right',
    language: known?.language ?? '',
    origins: known?.origins.join('\n') ?? '',
    reasons: known?.reasons ?? [],
    active: known?.active ?? true,
    transcripts: known?.transcripts ?? true,
    askMinutes: known?.askMinutes ?? 5,
    endMinutes: known?.endMinutes ?? 5,
  };
}

const settingsOf = (values: Values): WidgetSettings => ({
  name: values.name,
  accent: values.accent.toLowerCase() || undefined,
  position: values.position,
  language: (values.language || undefined) as WidgetSettings['language'],
  origins: values.origins.split(/\s+/).filter(Boolean),
  reasons: values.reasons,
  active: values.active,
  transcripts: values.transcripts,
  askMinutes: values.askMinutes,
  endMinutes: values.endMinutes,
});

/** Makes a widget or changes one. */
export function WidgetForm({ widget, brands, onClose }: { widget?: Widget; brands: BrandChoice[]; onClose: () => void }) {
  const { t, i18n } = useTranslation('webchat');
  const save = useSaveWidget();
  const server = useServerForm<Values>({ initialValues: valuesOf(widget, brands) }, async (values) => {
    await save.mutateAsync({ id: widget?.id, brand: values.brand || undefined, settings: settingsOf(values) });
    toastDone(t('saved'));
    onClose();
  });
  const { form } = server;
  const brand = brands.find((one) => one.id === form.values.brand);
  const reasons = (brand?.reasons ?? []).map((one) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }));
  return (
    <FormDrawer opened size="lg" title={widget?.settings.name ?? t('new')} onClose={onClose} server={server}>
      {!widget && <Select label={t('brand')} data={brands.map((one) => ({ value: one.id, label: one.name }))} {...form.getInputProps('brand')} />}
      <TextInput data-autofocus label={t('name')} description={t('nameHelp')} {...form.getInputProps('name')} />
      <Textarea label={t('origins')} description={t('originsHelp')} autosize minRows={2} {...form.getInputProps('origins')} />
      <ColorInput label={t('accent')} description={t('accentHelp')} placeholder={brand?.accent} format="hex" {...form.getInputProps('accent')} />
      <div>
        <Text size="sm" fw={500} mb={4} id="widget-position">{t('position')}</Text>
        <SegmentedControl aria-labelledby="widget-position" data={[{ value: 'left', label: t('left') }, { value: 'right', label: t('right') }]} {...form.getInputProps('position')} />
      </div>
      <Select label={t('language')} data={[{ value: '', label: t('ofBrand') }, { value: 'nl', label: 'Nederlands' }, { value: 'en', label: 'English' }]} {...form.getInputProps('language')} />
      <MultiSelect label={t('reasons')} description={t('reasonsHelp')} data={reasons} {...form.getInputProps('reasons')} />
      <NumberInput label={t('askMinutes')} min={1} max={120} {...form.getInputProps('askMinutes')} />
      <NumberInput label={t('endMinutes')} min={1} max={120} {...form.getInputProps('endMinutes')} />
      <Switch label={t('transcripts')} {...form.getInputProps('transcripts', { type: 'checkbox' })} />
      <Switch label={t('active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDrawer>
  );
}
