/** What the server says when it says no (RFC 9457), with the stable `code` that programs read. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  /** A sentence a person can read. */
  detail?: string;
  /** One entry per wrong field of a form. */
  errors?: { field: string; detail: string }[];
  requestId?: string;
};

/** An expected no, or no answer at all (`code` is then `unreachable`, `status` 0). */
export class ApiError extends Error {
  readonly problem: Problem;
  /** Seconds after which trying again makes sense, where the server said so. */
  readonly retryAfter?: number;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** What is wrong with one field of a form, if anything. */
  of(field: string): string | undefined {
    return this.problem.errors?.find((error) => error.field === field)?.detail;
  }
}

export const UNREACHABLE: Problem = {
  status: 0,
  code: "unreachable",
  title: "The server does not answer",
  detail: "The server does not answer. Check your connection and try again.",
};

/** The sentence to show for whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError
    ? error.message
    : "Something went wrong on this page. Reload it and try again.";
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof ApiError && codes.includes(error.code);
}
