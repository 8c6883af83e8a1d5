import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { PickCase } from './PickCase';

afterEach(() => vi.unstubAllGlobals());

function Picking() {
  const [chosen, setChosen] = useState<string>();
  return <PickCase than="c0" brand="b1" customer="u1" chosen={chosen} onChoose={setChosen} />;
}

it('goes from case to case with the arrows, as one does between radio buttons', async () => {
  const items = ['c1', 'c2', 'c3'].map((id, at) => ({ id, number: at + 1, brand: 'b1', subject: `Zaak ${id}`, state: 'OPEN', openedAt: '2026-03-01T10:00:00Z', contacts: 1, channels: [], waiting: 0 }));
  vi.stubGlobal('fetch', async () => Response.json({ items }));
  render(
    <MemoryRouter><MantineProvider><QueryClientProvider client={new QueryClient()}><Picking /></QueryClientProvider></MantineProvider></MemoryRouter>,
  );
  const radios = await screen.findAllByRole('radio');
  expect(radios.map((one) => one.tabIndex)).toEqual([0, -1, -1]);
  radios[0]!.focus();
  fireEvent.keyDown(radios[0]!, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(radios[1]);
  expect(radios.map((one) => one.getAttribute('aria-checked'))).toEqual(['false', 'true', 'false']);
  fireEvent.keyDown(radios[1]!, { key: 'ArrowUp' });
  fireEvent.keyDown(radios[0]!, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(radios[2]);
  expect(radios.map((one) => one.tabIndex)).toEqual([-1, -1, 0]);
});
