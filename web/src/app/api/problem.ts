/** What the server answers when it refuses or fails: problem details (RFC 9457) with our stable code. */
export interface ProblemDetails {
  code?: string;
  title?: string;
  detail?: string;
  status?: number;
  correlationId?: string;
  /** Field name to problem code or text. */
  errors?: Record<string, string>;
  /** What the texts speak of, such as whose something is. */
  arguments?: Record<string, unknown>;
  [extra: string]: unknown;
}

/** A refusal or failure as an exception. `status` 0 means that the server could not be reached at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ProblemDetails;

  constructor(status: number, details: ProblemDetails) {
    super(details.title ?? details.code ?? String(status));
    this.name = 'Problem';
    this.status = status;
    this.code = details.code ?? (status === 0 ? 'network/unreachable' : `http/${status}`);
    this.details = details;
  }

  get fieldErrors(): Record<string, string> {
    return this.details.errors ?? {};
  }

  static of(error: unknown): Problem {
    if (error instanceof Problem) return error;
    return new Problem(0, { detail: error instanceof Error ? error.message : undefined });
  }
}

/** Under which of the `failed` texts it falls when the server gave no words of its own. */
export function kindOf({ status }: Problem): 'unreachable' | 'notFound' | 'broken' | 'refused' {
  if (status === 0) return 'unreachable';
  return status === 404 ? 'notFound' : status >= 500 ? 'broken' : 'refused';
}
