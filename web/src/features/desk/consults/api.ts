import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useSession } from '@app/session';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../api';

type Schemas = components['schemas'];
export type Consult = Schemas['ConsultView'];
export type NewConsult = Schemas['NewConsult'];
export type DepartmentFigures = Schemas['DepartmentFigures'];

export const consultKeys = { all: ['consults'] as const, asked: ['consults', 'asked'] as const };

/** Who can be asked, read anew each time: by when one answers depends on the hour. */
export const useAskable = (brand: string) => useQuery({
  queryKey: [...consultKeys.all, 'departments', brand],
  queryFn: ({ signal }) => http.get<Schemas['AskableDepartment'][]>(`/api/consults/departments?brand=${brand}`, signal),
  staleTime: 0,
});

export const useAsked = (settled: boolean, enabled: boolean) =>
  usePagedList<Consult>([...consultKeys.asked, 'list'], '/api/consults', { settled: settled || undefined }, { limit: 25, enabled });

export const useAskedCounts = () => {
  const { may } = useSession();
  return useQuery({
    queryKey: [...consultKeys.asked, 'counts'],
    queryFn: ({ signal }) => http.get<{ open: number; late: number }>('/api/consults/counts', signal),
    enabled: may('consults.answer'),
  });
};

export const useShared = (id: string, enabled: boolean) => useQuery({
  queryKey: [...consultKeys.all, 'conversation', id],
  queryFn: ({ signal }) => http.get<Schemas['ConsultLine'][]>(`/api/consults/${id}/conversation`, signal),
  enabled,
  staleTime: 0,
});

export const sharedFilePath = (id: string, file: string) => `/api/consults/${id}/files/${file}`;

export const uploadForAnswer = (id: string, file: File) => {
  const form = new FormData();
  form.append('file', file);
  return http.post<Schemas['ConsultUpload']>(`/api/consults/${id}/uploads`, form);
};

/** To which departments a question can be passed on. */
export const useOthers = (id: string) => useQuery({
  queryKey: [...consultKeys.all, 'others', id],
  queryFn: ({ signal }) => http.get<Schemas['AskableDepartment'][]>(`/api/consults/${id}/departments`, signal),
  staleTime: 0,
});

export const useDepartmentFigures = (days: number, brand: string | undefined, enabled: boolean) => useQuery({
  queryKey: [...consultKeys.all, 'figures', days, brand],
  queryFn: ({ signal }) => http.get<DepartmentFigures[]>(withQuery('/api/consults/figures', { days, brand }), signal),
  enabled,
});

type To<T> = { id: string } & T;

/** Asks, answers, agrees and withdraws; lists and open conversations are asked again afterwards, whatever came of it. */
export function useConsulting() {
  const queries = useQueryClient();
  const after = {
    onSettled: () => Promise.all([
      queries.invalidateQueries({ queryKey: consultKeys.all }),
      queries.invalidateQueries({ queryKey: keys.conversations }),
    ]),
  };
  return {
    ask: useMutation({ mutationFn: (consult: NewConsult) => http.post<{ id: string }>('/api/consults', consult), ...after }),
    answer: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultAnswer']>) => http.post(`/api/consults/${id}/answer`, body), ...after }),
    answerCustomer: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultCustomerAnswer']>) => http.post<Schemas['ConsultCustomerAnswered']>(`/api/consults/${id}/customer-answer`, body), ...after }),
    decideSooner: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultDecision']>) => http.post(`/api/consults/${id}/sooner/decision`, body), ...after }),
    moreTime: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultMoreTime']>) => http.post(`/api/consults/${id}/more-time`, body), ...after }),
    decideMoreTime: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultDecision']>) => http.post(`/api/consults/${id}/more-time/decision`, body), ...after }),
    askBack: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultWords']>) => http.post(`/api/consults/${id}/ask-back`, body), ...after }),
    tell: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultWords']>) => http.post(`/api/consults/${id}/tell`, body), ...after }),
    pass: useMutation({ mutationFn: ({ id, ...body }: To<Schemas['ConsultPassedOn']>) => http.post(`/api/consults/${id}/pass`, body), ...after }),
    withdraw: useMutation({ mutationFn: (id: string) => http.post(`/api/consults/${id}/withdraw`), ...after }),
  };
}
