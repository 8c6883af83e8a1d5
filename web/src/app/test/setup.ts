import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { showLanguage, startTexts } from '../i18n';

beforeAll(async () => {
  if (typeof window === 'undefined') return;
  window.matchMedia ??= ((query: string) => ({
    matches: false, media: query, onchange: null,
    addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {}, dispatchEvent: () => false,
  })) as typeof window.matchMedia;
  // areas that grow with their text listen for fonts that come in late
  if (!document.fonts) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  window.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
  await startTexts();
  await showLanguage('en');
});

afterEach(() => {
  if (typeof window !== 'undefined') cleanup();
});
