import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { choosesWhatIsMarked } from './list/choosing';

/** The one accent colour: mulberry, warm as a heart and clearly apart from the red of "too late". */
const hart: MantineColorsTuple = [
  '#fbf0f4', '#f4dde6', '#e7b7ca', '#da8fac', '#cd6b91', '#b94a76', '#9c2f58', '#86264a', '#6f1f3e', '#561730',
];

/** Greys with a little warmth, so that white paper and text look printed rather than lit. */
const warm: MantineColorsTuple = [
  '#faf8f5', '#f4f1ec', '#eae5de', '#ddd6cc', '#c4bbae', '#a1978a', '#756c61', '#5a5249', '#3b352f', '#231f1b',
];

const night: MantineColorsTuple = [
  '#ece7e1', '#cdc6bd', '#a8a097', '#7d766e', '#57514a', '#423d38', '#332f2b', '#272421', '#1e1b19', '#151311',
];

/** A list to choose from scrolls by itself: it may hold options and nothing else, not even something that scrolls them. */
const list = { defaultProps: { withScrollArea: false }, styles: { options: { maxHeight: 260, overflowY: 'auto' } } };

export const theme = createTheme({
  primaryColor: 'hart',
  primaryShade: { light: 6, dark: 5 },
  colors: { hart, gray: warm, dark: night },
  black: '#231f1b',
  fontFamily: '"Figtree Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.625rem' }, h2: { fontSize: '1.25rem' }, h3: { fontSize: '1.0625rem' } } },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  shadows: {
    xs: '0 1px 2px rgba(60, 40, 30, 0.05)',
    sm: '0 1px 3px rgba(60, 40, 30, 0.07), 0 4px 12px rgba(60, 40, 30, 0.05)',
    md: '0 2px 6px rgba(60, 40, 30, 0.07), 0 12px 28px rgba(60, 40, 30, 0.09)',
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320 } },
    Modal: { styles: { title: { fontWeight: 650, fontSize: '1.125rem' } }, defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35, blur: 2 } } },
    Badge: { defaultProps: { tt: 'none', fw: 600 } },
    Anchor: { defaultProps: { underline: 'always' } },
    // what scrolls can be scrolled by key
    ScrollArea: { defaultProps: { viewportProps: { tabIndex: 0 } } },
    ScrollAreaAutosize: { defaultProps: { viewportProps: { tabIndex: 0 } } },
    Select: { ...list, defaultProps: { ...list.defaultProps, onKeyDown: choosesWhatIsMarked } },
    MultiSelect: list,
    Paper: { defaultProps: { radius: 'lg' } },
  },
});
