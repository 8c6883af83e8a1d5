import type { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../App';
import { SessionProvider, type SessionUser } from '../session';

export const anAgent: SessionUser = {
  id: '0190a0a0-0000-7000-8000-000000000001', name: 'Ilse de Wit', email: 'ilse@demo.example', locale: 'en',
  permissions: [], brands: [], teams: [],
};

/** Renders within everything the application gives a page: theme, texts, keys, session, router, cache. */
export function renderPage(page: ReactNode, { user = anAgent, at = '/', queries = newQueryClient() }: { user?: SessionUser; at?: string; queries?: QueryClient } = {}) {
  return {
    queries,
    ...render(
      <Providers queries={queries}>
        <SessionProvider user={user}>
          <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
        </SessionProvider>
      </Providers>,
    ),
  };
}
