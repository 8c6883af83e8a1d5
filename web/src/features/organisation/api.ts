import { http, withQuery } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useQueries, useQuery } from '@tanstack/react-query';

export interface Brand {
  id: string;
  key: string;
  name: string;
  accent: string;
  defaultLanguage: string;
  zone: string;
  anonymous: boolean;
  greetingNl: string;
  greetingEn: string;
  timesPerPerson: TimesPerPerson;
}
export type TimesPerPerson = 'SHOWN' | 'RECORDED' | 'NOT_RECORDED';
export const timesPerPerson: TimesPerPerson[] = ['SHOWN', 'RECORDED', 'NOT_RECORDED'];
export interface Site { id: string; name: string; zone: string; partner?: string; archived: boolean }
export interface Partner { id: string; name: string; archived: boolean }
export interface Department { id: string; nameNl: string; nameEn: string; position: number; archived: boolean; answerMinutes: number; calendar?: string; members: string[]; mail?: string; processes: Process[]; version: number }
export interface Process { id: string; nameNl: string; nameEn: string; archived: boolean }
export interface Person { id: string; name: string }
export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';
export const weekdays: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
export interface WeekBlock { day: Weekday; opens: string; closes: string }
export interface Holiday { day: string; name: string; opens?: string; closes?: string }
export interface Calendar { id: string; name: string; zone: string; alwaysOpen: boolean; week: WeekBlock[]; holidays: Holiday[] }
export interface Hours { channel: string; site?: string; calendar: string; answerMinutes: number; openNow: boolean; answerDueNow: string }
export interface HoursDraft { channel: string; site?: string; calendar: string; answerMinutes: number }
export type StartsAs = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export const startingPriorities: StartsAs[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
export interface Reason {
  id: string;
  brand: string;
  parent?: string;
  nameNl: string;
  nameEn: string;
  position: number;
  offeredToCustomers: boolean;
  startsAs?: StartsAs;
  archived: boolean;
  version: number;
}
/** How a reason stood; what it stood under by its name of then. */
export type ReasonAs = Omit<Reason, 'id' | 'brand' | 'parent' | 'version'> & { parentNl?: string; parentEn?: string };
/** Without `by` from before changes were kept, without `was` when it was new. */
export interface ReasonChange { reason: string; at: string; by?: string; was?: ReasonAs; now: ReasonAs }

const base = '/api/organisation';

function useRead<T>(path: string, enabled = true) {
  return useQuery({ queryKey: ['organisation', path], queryFn: ({ signal }) => http.get<T>(`${base}/${path}`, signal), enabled });
}

export const useBrands = (enabled = true) => useRead<Brand[]>('brands', enabled);
export const useSites = () => useRead<Site[]>('sites');
export const usePartners = () => useRead<Partner[]>('partners');
export const useDepartments = (enabled = true) => useRead<Department[]>('departments', enabled);
export const useCalendars = (enabled = true) => useRead<Calendar[]>('calendars', enabled);
export const useHours = (brand: string | undefined) => useRead<Hours[]>(`brands/${brand}/hours`, brand !== undefined);
/** @param on the day at whose end the tree stood so; now when absent */
export const useReasons = (brand: string | undefined, on?: string) => useRead<Reason[]>(withQuery(`brands/${brand}/reasons`, { on }), brand !== undefined);
export const useReasonChanges = (brand: string) => usePagedList<ReasonChange>(['organisation', 'reason-changes', brand], `${base}/brands/${brand}/reason-changes`, {}, { limit: 25 });

/** People by part of their name, and those that are chosen already. */
export function usePeople(search: string, chosen: string[]): Person[] {
  const found = useQuery({
    queryKey: ['organisation', 'people', search],
    queryFn: ({ signal }) => http.get<{ items: Person[] }>(withQuery('/api/people/users', { text: search, active: true, limit: 50 }), signal),
  });
  const known = useQueries({
    queries: chosen.map((id) => ({ queryKey: ['organisation', 'person', id], queryFn: () => http.get<Person>(`/api/people/users/${id}`), staleTime: 300_000 })),
  });
  const all = new Map([...known.flatMap((one) => (one.data ? [one.data] : [])), ...(found.data?.items ?? [])].map((one) => [one.id, one]));
  return [...all.values()];
}

/** Somebody changed something, perhaps on another screen. */
export function useFollowChanges() {
  useLive('organisation.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: ['organisation'] }), ['organisation']);
}

/** Adds when there is no id yet, changes otherwise. */
export const store = (path: string, id: string | undefined, draft: unknown) =>
  (id ? http.put(`${base}/${path}/${id}`, draft) : http.post(`${base}/${path}`, draft));

export interface HolidayFile {
  days: { day: string; name: string }[];
  doubles: number;
  faults: { line: number; name: string; why: 'NO_DAY' | 'NO_NAME' | 'NOT_WHOLE_DAYS' | 'TOO_LONG' | 'ENDS_BEFORE_IT_BEGINS' | 'TOO_OFTEN' | 'UNKNOWN_RULE' }[];
}

/** What a calendar file says; nothing is stored. */
export const readHolidays = (file: File) => {
  const form = new FormData();
  form.append('file', file);
  return http.post<HolidayFile>(`${base}/holidays/read`, form);
};

/** @param confirmed that what was kept is removed, which `NOT_RECORDED` does */
export const chooseTimes = (brand: string, choice: TimesPerPerson, confirmed: boolean) =>
  http.put(`${base}/brands/${brand}/times-per-person`, { timesPerPerson: choice, confirmed });

export const deleteCalendar = (id: string) => http.delete(`${base}/calendars/${id}`);
export const setHours = (brand: string, hours: HoursDraft[]) => http.put<Hours[]>(`${base}/brands/${brand}/hours`, hours);
export const storeReason = (brand: string, id: string | undefined, draft: unknown) =>
  (id ? http.put(`${base}/reasons/${id}`, draft) : http.post(`${base}/brands/${brand}/reasons`, draft));

/** Whether each brand has at least one of these; absent while that is not known. */
function useEveryBrandHas(what: 'hours' | 'reasons', enabled: boolean): boolean | undefined {
  const brands = useBrands(enabled);
  const lists = useQueries({
    queries: (brands.data ?? []).map((brand) => ({
      queryKey: ['organisation', `brands/${brand.id}/${what}`],
      queryFn: ({ signal }: { signal: AbortSignal }) => http.get<unknown[]>(`${base}/brands/${brand.id}/${what}`, signal),
      enabled,
    })),
  });
  if (!brands.data) return undefined;
  if (brands.data.length === 0 || lists.some((one) => one.data?.length === 0)) return false;
  return lists.every((one) => one.data) ? true : undefined;
}

const any = (list: { data?: unknown[] }) => list.data && list.data.length > 0;

/** How far the first steps are. */
export const steps = {
  useBrand: (enabled: boolean) => any(useBrands(enabled)),
  useCalendar: (enabled: boolean) => any(useCalendars(enabled)),
  usePromise: (enabled: boolean) => useEveryBrandHas('hours', enabled),
  useReason: (enabled: boolean) => useEveryBrandHas('reasons', enabled),
  useDepartment: (enabled: boolean) => any(useDepartments(enabled)),
};
