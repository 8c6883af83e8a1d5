import { http } from '@app/api/http';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface WidgetSettings {
  name: string;
  accent?: string;
  position: 'left' | 'right';
  language?: 'nl' | 'en';
  origins: string[];
  reasons: string[];
  active: boolean;
  transcripts: boolean;
  askMinutes: number;
  endMinutes: number;
}

export interface Widget { id: string; key: string; brand: string; brandName: string; brandAccent: string; settings: WidgetSettings }

export interface BrandChoice { id: string; name: string; accent: string; reasons: { id: string; nameNl: string; nameEn: string }[] }

interface WidgetList { items: Widget[]; brands: BrandChoice[] }

const PATH = '/api/channels/widgets';
const KEY = ['channels', 'widgets'] as const;

export const useWidgets = (enabled = true) => useQuery({ queryKey: KEY, queryFn: ({ signal }) => http.get<WidgetList>(PATH, signal), enabled });
export function useAnyWidget(enabled: boolean): boolean | undefined {
  const widgets = useWidgets(enabled);
  return widgets.data?.items.some((widget) => widget.settings.active);
}

/** Makes a widget (no id) or changes one; the list shows it at once. */
export function useSaveWidget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, brand, settings }: { id?: string; brand?: string; settings: WidgetSettings }) =>
      (id ? http.put<Widget>(`${PATH}/${id}`, settings) : http.post<Widget>(PATH, { brand, ...settings })),
    onSuccess: (saved) => queries.setQueryData<WidgetList>(KEY, (old) => old && {
      ...old,
      items: old.items.some((one) => one.id === saved.id) ? old.items.map((one) => (one.id === saved.id ? saved : one)) : [...old.items, saved],
    }),
  });
}

export const showSecret = (id: string) => http.post<{ secret: string }>(`${PATH}/${id}/secret/shown`);
export const renewSecret = (id: string) => http.post<{ secret: string }>(`${PATH}/${id}/secret`);
