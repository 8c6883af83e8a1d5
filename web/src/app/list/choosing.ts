import type { KeyboardEvent } from 'react';

/**
 * Enter in an open list takes the option that is marked. A list that just opened may have lost count of it, and then Enter sent the form
 * without a choice.
 */
export function choosesWhatIsMarked(event: KeyboardEvent<HTMLInputElement>) {
  const field = event.currentTarget;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || field.getAttribute('aria-expanded') !== 'true') return;
  const marked = document.getElementById(field.getAttribute('aria-controls') ?? '')?.querySelector<HTMLElement>('[data-combobox-selected]');
  if (!marked) return;
  event.preventDefault();
  setTimeout(() => {
    if (field.getAttribute('aria-expanded') === 'true') marked.click();
  });
}
