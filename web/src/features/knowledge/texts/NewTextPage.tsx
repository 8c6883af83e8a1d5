import { PageHead } from '@app/list/PageHead';
import { useSession, useUser } from '@app/session';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { key, texts } from './api';
import { TextForm } from './TextForm';

/** A new text block: of one's own, or for everybody of a brand. */
export default function NewTextPage() {
  const { t, i18n } = useTranslation('knowledge');
  const { may } = useSession();
  const { brands } = useUser();
  const go = useNavigate();
  const queries = useQueryClient();
  const shares = may('guidelines.write');
  return (
    <>
      <PageHead title={t('texts.add')} lead={t(shares ? 'texts.addLead' : 'texts.addOwnLead')} up={{ to: '/texts', label: t('texts.place') }} />
      <TextForm chooseWhose={shares} values={{ own: !shares, brand: shares ? brands[0]?.id ?? '' : '', language: i18n.language === 'nl' ? 'nl' : 'en', shortcut: '', name: '', words: '' }}
        onSave={async ({ own, ...words }) => {
          const made = await texts.create(own, words);
          await queries.invalidateQueries({ queryKey: key });
          return () => void go(`/texts/${made.id}`, { replace: true });
        }} />
    </>
  );
}
