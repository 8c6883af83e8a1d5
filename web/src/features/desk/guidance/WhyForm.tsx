import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  first?: string;
  needed: boolean;
  busy: boolean;
  onSend: (why: string | undefined) => void;
  onCancel: () => void;
  /** Given where something was said that can be taken back. */
  onTakeBack?: () => void;
}

/** A short why, for whoever looks after the guideline. */
export function WhyForm({ first, needed, busy, onSend, onCancel, onTakeBack }: Props) {
  const { t } = useTranslation('desk');
  const [why, setWhy] = useState(first ?? '');
  const [asked, ask] = useState(false);
  const submit = () => {
    ask(true);
    if (why.trim() || !needed) onSend(why.trim() || undefined);
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Textarea autoFocus size="sm" required={needed} label={t('guidance.why')} description={t('guidance.whyHelp')} autosize minRows={1} maxLength={300} value={why}
        error={asked && needed && !why.trim() ? t('guidance.whyNeeded') : undefined} onChange={(event) => setWhy(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); submit(); }
          if (event.key === 'Escape') { event.stopPropagation(); onCancel(); }
        }} />
      <Group gap={6} mt={6}>
        <Button type="submit" size="compact-sm" loading={busy}>{t('guidance.note')}</Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>{t('app:cancel')}</Button>
        {onTakeBack && <Button size="compact-sm" variant="subtle" color="gray" onClick={onTakeBack}>{t('guidance.takeBack')}</Button>}
      </Group>
    </form>
  );
}
