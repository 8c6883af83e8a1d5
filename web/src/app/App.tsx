import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider, type Query } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { Announcer } from './announce';
import { Problem } from './api/problem';
import { ConfirmProvider } from './confirm';
import { KeysProvider } from './keys';
import { LoginPage } from './login/LoginPage';
import { NewPasswordPage } from './login/NewPasswordPage';
import { makeRouter } from './router';
import { SessionProvider, useSessionQuery } from './session';
import { Failed } from './states/Failed';
import { Loading } from './states/Loading';
import { theme } from './theme';

/** A refusal stays a refusal: only what could not reach the server, or broke there, is worth a second try. */
function worthRetrying(failures: number, error: Error): boolean {
  const { status } = Problem.of(error);
  return failures < 2 && (status === 0 || status >= 502);
}

/** What only waits for the server or its database to come back goes on by itself when they are. */
const comesBack = 5_000;
function untilItIsBack(query: Query): number | false {
  if (query.state.status !== 'error') return false;
  const { status } = Problem.of(query.state.error);
  return status === 503 || status === 0 ? comesBack : false;
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthRetrying, refetchInterval: untilItIsBack, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}

export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <KeysProvider>
          <Announcer>
            <ConfirmProvider>{children}</ConfirmProvider>
          </Announcer>
        </KeysProvider>
        <Notifications position="bottom-center" limit={3} containerWidth={420} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

export function App() {
  const [queries] = useState(newQueryClient);
  return (
    <Providers queries={queries}>
      <Gate />
    </Providers>
  );
}

function Gate() {
  const session = useSessionQuery();
  const [router] = useState(makeRouter);
  if (session.isPending) return <Loading height="100vh" />;
  if (session.isError) return <Failed error={session.error} onRetry={() => void session.refetch()} height="100vh" />;
  return (
    <SessionProvider user={session.data}>
      {!session.data ? <LoginPage /> : session.data.mustChangePassword ? <NewPasswordPage /> : <RouterProvider router={router} />}
    </SessionProvider>
  );
}
