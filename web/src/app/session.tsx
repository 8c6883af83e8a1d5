import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { http, whenPasswordMustChange, whenSignedOut } from './api/http';
import { Problem } from './api/problem';
import { isLanguage, showLanguage, type Language } from './i18n';

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  locale: string;
  /** The password was given for once; the server opens nothing else before it is changed. */
  mustChangePassword?: boolean;
  permissions: string[];
  brands: { id: string; key: string; name: string; accent?: string; zone?: string }[];
  teams: { id: string; name: string }[];
  partnerId?: string;
}

interface Session {
  user: SessionUser | null;
  may: (permission?: string | string[]) => boolean;
  signIn: (email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  choosePassword: (oldPassword: string, newPassword: string) => Promise<void>;
  speak: (language: Language) => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

const fetchSession = async (): Promise<SessionUser | null> => {
  try {
    return (await http.get<{ user: SessionUser }>('/api/session')).user;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) return null;
    throw failure;
  }
};

/** Forgets all but who is here: whoever looks at that would not hear of it if it were taken away as well. */
function nobodyIsHere(queries: QueryClient) {
  queries.setQueryData(['session'], null);
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}

/** Knows who is signed in; asks the server once and keeps the answer until it says otherwise. */
export function useSessionQuery() {
  return useQuery({ queryKey: ['session'], queryFn: fetchSession, staleTime: Infinity, retry: false });
}

export function SessionProvider({ user, children }: { user: SessionUser | null; children: ReactNode }) {
  const queries = useQueryClient();

  useEffect(() => {
    whenSignedOut(() => {
      if (queries.getQueryData(['session'])) nobodyIsHere(queries);
    });
    whenPasswordMustChange(() => void queries.invalidateQueries({ queryKey: ['session'] }));
  }, [queries]);

  useEffect(() => {
    if (user && isLanguage(user.locale)) void showLanguage(user.locale);
  }, [user?.locale]);

  const signIn = useCallback(async (email: string, password: string) => {
    await http.post('/api/session', { email, password });
    // A fresh GET both tells who we are and renews the CSRF cookie that belongs to the new session.
    queries.setQueryData(['session'], await fetchSession());
  }, [queries]);

  const signOut = useCallback(async () => {
    await http.delete('/api/session');
    nobodyIsHere(queries);
  }, [queries]);

  const choosePassword = useCallback(async (oldPassword: string, newPassword: string) => {
    await http.post('/api/session/password', { oldPassword, newPassword });
    queries.setQueryData(['session'], await fetchSession());
  }, [queries]);

  const speak = useCallback(async (language: Language) => {
    await showLanguage(language);
    if (user) {
      queries.setQueryData(['session'], { ...user, locale: language });
      await http.patch('/api/session', { locale: language });
    }
  }, [queries, user]);

  const session = useMemo<Session>(() => ({
    user,
    may: (permission) => permission === undefined
      || [permission].flat().some((one) => user?.permissions.includes(one)),
    signIn,
    signOut,
    choosePassword,
    speak,
  }), [user, signIn, signOut, choosePassword, speak]);

  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** The signed-in user; only for places behind the log-in. */
export function useUser(): SessionUser {
  const { user } = useSession();
  if (!user) throw new Error('nobody is signed in');
  return user;
}

/** In which time zone the customers of this brand are told the time. */
export const useZone = (brand?: string) => useUser().brands.find((one) => one.id === brand)?.zone;
