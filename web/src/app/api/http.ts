import { Problem, type ProblemDetails } from './problem';

function csrfToken(): string | undefined {
  const found = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return found && decodeURIComponent(found.slice('XSRF-TOKEN='.length));
}

let onSignedOut: () => void = () => {};

/** Called once by the session: what to do when the server says that nobody is signed in any more. */
export function whenSignedOut(action: () => void) {
  onSignedOut = action;
}

let onPasswordMustChange: () => void = () => {};

/** Called once by the session: what to do when the server wants a new password before anything else. */
export function whenPasswordMustChange(action: () => void) {
  onPasswordMustChange = action;
}

/** The fetch everything goes through: adds the CSRF token and turns every refusal into a {@link Problem}. */
export async function hartslagFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, { credentials: 'same-origin', ...init });
  if (!['GET', 'HEAD'].includes(request.method)) {
    const token = csrfToken();
    if (token) request.headers.set('X-XSRF-TOKEN', token);
  }
  request.headers.set('Accept-Language', document.documentElement.lang || 'en');
  let response: Response;
  try {
    response = await fetch(request);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0, {});
  }
  if (!response.ok) {
    const problem = await readProblem(response);
    if (response.status === 401) onSignedOut();
    if (problem.code === 'access/change-password') onPasswordMustChange();
    throw problem;
  }
  return response;
}

async function readProblem(response: Response): Promise<Problem> {
  const correlationId = response.headers.get('X-Correlation-Id') ?? undefined;
  let details: ProblemDetails = {};
  if (response.headers.get('Content-Type')?.includes('json')) {
    details = (await response.json().catch(() => ({}))) as ProblemDetails;
  }
  return new Problem(response.status, { correlationId, ...details });
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const form = body instanceof FormData;
  const response = await hartslagFetch(new URL(path, window.location.origin), {
    method,
    signal,
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    headers: body === undefined || form ? undefined : { 'Content-Type': 'application/json' },
  });
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Untyped calls by path; prefer the generated {@link client} where the contract knows the path. */
export const http = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal),
  post: <T = void>(path: string, body?: unknown) => call<T>('POST', path, body),
  put: <T = void>(path: string, body?: unknown) => call<T>('PUT', path, body),
  patch: <T = void>(path: string, body?: unknown) => call<T>('PATCH', path, body),
  delete: <T = void>(path: string) => call<T>('DELETE', path),
};

/** Builds `/api/x?a=1`, leaving out what is absent or empty. */
export function withQuery(path: string, query: Record<string, string | number | boolean | undefined | null>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
