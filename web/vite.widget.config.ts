import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * The chat widget, apart from the application: `--mode script` makes the one file a shop embeds (its name never changes), the
 * ordinary mode the page in the frame with files that may be kept for ever.
 */
const root = fileURLToPath(new URL('./src/widget', import.meta.url));
const out = resolve(process.env.UI_OUT ?? 'dist', 'widget');
const server = process.env.HARTSLAG_SERVER ?? 'http://localhost:8080';

export default defineConfig(({ mode }) => ({
  root,
  base: '/widget/',
  publicDir: false as const,
  server: { proxy: { '/api': server } },
  build: {
    outDir: out,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false as const,
    assetsInlineLimit: 0,
    ...(mode === 'script'
      ? { lib: { entry: `${root}/host/widget.ts`, name: 'unused', formats: ['iife' as const], fileName: () => 'widget.js' } }
      : { rolldownOptions: { input: `${root}/frame.html` } }),
  },
}));
