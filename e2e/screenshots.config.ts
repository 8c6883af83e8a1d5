import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** Takes the pictures of the guides, in both languages, from the demo company: ./hartslag screenshots. */
export default defineConfig({ ...base, testDir: 'screenshots', timeout: 180_000, use: { ...base.use, trace: 'off', colorScheme: 'light', locale: 'en-GB', timezoneId: 'Europe/Amsterdam' } });
