import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.HARTSLAG_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@app': fileURLToPath(new URL('./src/app', import.meta.url)) } },
  server: { proxy: { '/api': server } },
  build: {
    outDir: process.env.UI_OUT ?? 'dist',
    emptyOutDir: false,
    // Strict CSP: nothing may be inlined as a script.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: 'texts-en', test: /locales[\\/]en\.json/ },
            { name: 'texts-nl', test: /locales[\\/]nl\.json/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/]@mantine[\\/](core|hooks|form|notifications|spotlight)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/app/test/setup.ts'],
    css: false,
  },
});
