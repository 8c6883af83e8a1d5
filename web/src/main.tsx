import '@fontsource-variable/figtree/index.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { toastProblem } from './app/announce';
import { Problem } from './app/api/problem';
import { startTexts } from './app/i18n';

// A refusal for which the page has no place is told all the same.
window.addEventListener('unhandledrejection', ({ reason }) => {
  if (reason instanceof Problem && reason.status !== 401) toastProblem(reason);
});

await startTexts();
createRoot(document.getElementById('root')!).render(<App />);
