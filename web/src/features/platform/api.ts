import { http } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

export interface AuditRow {
  id: string;
  at: string;
  actorName: string;
  kind: string;
  subjectType?: string;
  subjectId?: string;
  detail: Record<string, unknown>;
  correlationId?: string;
  /** By id, as it is called now; without what is gone or not for this reader to see. */
  names: Record<string, string>;
}
export interface AuditFilter { kind?: string; actor?: string; subject?: string; from?: string; to?: string }

export interface SystemState {
  version: string;
  database: string;
  databaseBytes: number;
  now: string;
  timersWaiting: number;
  timersSetAside: number;
}
export interface TimerSetAside { id: string; kind: string; key: string; setAsideAt: string; attempts: number; error?: string }

export interface Parameter { name: string; in: string; required?: boolean; description?: string; schema?: Schema }
export interface Schema {
  type?: string | string[];
  format?: string;
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: string[];
  description?: string;
  example?: unknown;
  additionalProperties?: boolean | Schema;
}
export interface ProblemExample { code: string; title: string; detail: string }
interface Content { content?: Record<string, { schema?: Schema; example?: unknown; examples?: Record<string, { $ref?: string }> }> }
export interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Content;
  responses?: Record<string, Content & { description?: string }>;
}
export interface OpenApi {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema>; examples?: Record<string, { value?: ProblemExample }> };
}

export const useAudit = (filter: AuditFilter) => usePagedList<AuditRow>(['platform', 'audit'], '/api/audit', { ...filter });
export const useSystem = () =>
  useQuery({ queryKey: ['platform', 'system'], queryFn: ({ signal }) => http.get<SystemState>('/api/system', signal), refetchInterval: 10_000 });
export const useTimersSetAside = () => usePagedList<TimerSetAside>(['platform', 'timers'], '/api/system/timers');
export const replayTimer = (id: string) => http.post(`/api/system/timers/${id}/replay`);
export const useOpenApi = () =>
  useQuery({ queryKey: ['platform', 'openapi'], queryFn: ({ signal }) => http.get<OpenApi>('/api/openapi.json', signal), staleTime: Infinity });
