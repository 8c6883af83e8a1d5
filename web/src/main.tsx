import '@fontsource-variable/figtree/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startTexts } from './app/i18n';

await startTexts();
createRoot(document.getElementById('root')!).render(<App />);
