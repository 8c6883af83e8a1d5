import dayjs from 'dayjs';
import 'dayjs/locale/nl';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value);

type Texts = Record<string, unknown>;
const appTexts = import.meta.glob<Texts>('./locales/*.json', { import: 'default' });
const featureTexts = import.meta.glob<Texts>('../features/*/locales/*.json', { import: 'default' });

/** Loads the texts of one language: those of the app and of every feature, each under its own namespace. */
async function load(language: Language) {
  const wanted = Object.entries({ ...appTexts, ...featureTexts }).filter(([path]) => path.endsWith(`/${language}.json`));
  await Promise.all(wanted.map(async ([path, read]) => {
    const namespace = /features\/([^/]+)\//.exec(path)?.[1] ?? 'app';
    i18next.addResourceBundle(language, namespace, await read(), true, true);
  }));
}

export async function showLanguage(language: Language) {
  if (!i18next.hasResourceBundle(language, 'app')) await load(language);
  if (i18next.language !== language) await i18next.changeLanguage(language);
  dayjs.locale(language);
  document.documentElement.lang = language;
  localStorage.setItem('hartslag.language', language);
}

/** Texts in another language than the reader's, for words that are meant for a customer. */
export async function textsIn(language: Language, namespace: string) {
  if (!i18next.hasResourceBundle(language, 'app')) await load(language);
  return i18next.getFixedT(language, namespace);
}

/** The language someone sees before signing in: what this browser showed last, else what it asks for. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem('hartslag.language') ?? '';
  if (isLanguage(kept)) return kept;
  return navigator.language?.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

export async function startTexts() {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    defaultNS: 'app',
    ns: ['app'],
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
    returnNull: false,
  });
  await showLanguage(firstLanguage());
}
