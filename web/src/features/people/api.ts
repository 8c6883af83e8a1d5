import { http } from '@app/api/http';
import { useLive } from '@app/live';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

export interface Grant { role: string; brand?: string }
export interface User {
  id: string;
  email: string;
  name: string;
  locale: string;
  site?: string;
  partner?: string;
  active: boolean;
  roles: Grant[];
  teams: string[];
  skills: Record<string, number>;
  /** The last day on which a skill counts. */
  skillsUntil: Record<string, string>;
}
export type UserDraft = Omit<User, 'id'>;
export interface Named { id: string; name: string; archived: boolean }
export interface Team extends Named { site?: string; partner?: string }
export interface RoleRights { role: string; permissions: string[] }
export interface Token {
  id: string;
  owner: string;
  ownerName: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: string;
  expiresAt?: string;
  lastUsedAt?: string;
  revokedAt?: string;
}
export interface OpenSession { createdAt: string; lastSeenAt: string; userAgent?: string; current: boolean }
export interface NewLogin { id: string; password: string }

/** In the order of the organisation, from the customer upwards. */
export const roles = ['agent', 'senior', 'team-leader', 'supervisor', 'evaluator', 'planner', 'editor', 'bot-builder', 'department-member', 'helping-hand',
  'manager', 'director', 'partner-manager', 'privacy-officer', 'administrator'];

export const useUsers = (text: string, active: boolean | undefined, enabled = true) =>
  usePagedList<User>(['people', 'users'], '/api/people/users', { text, active }, { enabled });

/** Whether somebody works here besides whoever made the installation. */
export function useColleagues(enabled: boolean): boolean | undefined {
  const users = useUsers('', true, enabled);
  return users.data && users.items.length > 1;
}

function useRead<T>(key: string, path: string) {
  return useQuery({ queryKey: ['people', key], queryFn: ({ signal }) => http.get<T>(path, signal) });
}
export const useTeams = () => useRead<Team[]>('teams', '/api/people/teams');
export const useSkills = () => useRead<Named[]>('skills', '/api/people/skills');
export interface HeldSkill { id: string; name: string; level: number; until?: string; counts: boolean }
export const useMySkills = () => useRead<HeldSkill[]>('my-skills', '/api/people/me/skills');
export const useRights = () => useRead<RoleRights[]>('rights', '/api/people/roles');
export const useTokens = () => useRead<Token[]>('tokens', '/api/people/tokens');
export const useSessions = () => useRead<OpenSession[]>('sessions', '/api/session/all');
export const useSites = () => useRead<Named[]>('sites', '/api/organisation/sites');
export const usePartners = () => useRead<Named[]>('partners', '/api/organisation/partners');

/** Somebody changed a team or a skill, perhaps on another screen. */
export const useFollowGroups = () =>
  useLive('people.groups.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: ['people'] }), ['people']);

export const people = {
  create: (draft: UserDraft) => http.post<NewLogin>('/api/people/users', draft),
  change: (id: string, draft: UserDraft) => http.put(`/api/people/users/${id}`, draft),
  resetPassword: (id: string) => http.post<NewLogin>(`/api/people/users/${id}/password`),
  storeTeam: (id: string | undefined, draft: Omit<Team, 'id'>) => (id ? http.put(`/api/people/teams/${id}`, draft) : http.post('/api/people/teams', draft)),
  storeSkill: (id: string | undefined, draft: Omit<Named, 'id'>) => (id ? http.put(`/api/people/skills/${id}`, draft) : http.post('/api/people/skills', draft)),
  setRights: (rights: RoleRights) => http.put('/api/people/roles', rights),
  createToken: (draft: { name: string; scopes: string[]; expiresAt?: string }) => http.post<{ token: string }>('/api/people/tokens', draft),
  revokeToken: (id: string) => http.delete(`/api/people/tokens/${id}`),
  changePassword: (oldPassword: string, newPassword: string) => http.post('/api/session/password', { oldPassword, newPassword }),
  endOthers: () => http.delete('/api/session/others'),
};
