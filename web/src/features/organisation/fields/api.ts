import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import type { Field, Kind } from '@app/fields/api';

type Schemas = components['schemas'];
export type Draft = Schemas['FieldDraft'];
export type Type = Field['type'];
export type Required = Field['required'];

export const types: Type[] = ['ONE_LINE', 'LONG_TEXT', 'WHOLE_NUMBER', 'DECIMAL', 'DATE', 'YES_NO', 'CHOICE', 'CHOICES', 'LINK'];
export const requireds: Required[] = ['NEVER', 'ALWAYS', 'REASONS', 'RESULTS'];
export const results = ['SOLVED', 'ANSWERED', 'FORWARDED', 'NO_ANSWER_NEEDED', 'UNREACHABLE', 'SPAM'];

export type ShownBy = Field['shown']['by'];
/** Of what a field can be shown, and which types there are. */
export const shownBys: Record<Kind, ShownBy[]> = { CASE: ['ALL', 'REASONS', 'RESULTS'], CUSTOMER: ['ALL', 'TYPES'], ORDER: ['ALL', 'TYPES'] };
export const typesOf: Record<Kind, string[]> = {
  CASE: [], CUSTOMER: ['PRIVATE', 'BUSINESS', 'RESELLER'], ORDER: ['PLACED', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'RETURNED', 'CANCELLED'],
};

export const createField = (brand: string, kind: Kind, key: string, draft: Draft) => http.post<{ id: string }>('/api/fields', { brand, kind, key, draft });
export const changeField = (id: string, draft: Draft, version: number) => http.put(`/api/fields/${id}`, { draft, version });
export const arrangeFields = (brand: string, kind: Kind, fields: string[], before: string[]) => http.put('/api/fields/order', { brand, kind, fields, before });

/** By which files and programs can name it: made of its English name until somebody writes another. */
export const keyOf = (name: string) => name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 40);
