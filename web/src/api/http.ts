import { ApiError, UNREACHABLE, type Problem } from "./problem";
import { confirmed } from "./stepUp";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type RequestOptions = {
  /** Becomes JSON; a Blob is sent as it is. */
  body?: unknown;
  /** Added to the address; entries without a value are left out. */
  query?: Record<string, string | number | boolean | null | undefined>;
  /** The secret of a link, which has no business in an address. */
  linkToken?: string;
  signal?: AbortSignal;
  /** Lets the request outlive the page, for a goodbye. */
  keepalive?: boolean;
};

export const API = "/api/v1";

/**
 * Asks the server and answers with the parsed JSON, or undefined where there is none.
 * Throws {@link ApiError} for every refusal and when nobody answers. Where the server first wants the user to confirm
 * that it is them, asks for that and then once more.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await answered(method, path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The same for an answer that is a file; tells its bytes. */
export async function download(method: Method, path: string, options: RequestOptions = {}): Promise<Blob> {
  return (await answered(method, path, options)).blob();
}

async function answered(method: Method, path: string, options: RequestOptions): Promise<Response> {
  let response = await send(method, path, options);
  if (response.status === 401) response = await onceMore(response, method, path, options);
  if (response.status === 403) {
    const refused = await refusal(response);
    if (!(await confirmed(refused))) throw refused;
    response = await send(method, path, options);
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

/**
 * A change, here or in another tab, gives the session a new token: what was on its way with the old one is refused.
 * It did nothing, so it may be asked again once the new one is here.
 */
async function onceMore(
  refused: Response,
  method: Method,
  path: string,
  options: RequestOptions,
): Promise<Response> {
  const { code } = await readProblem(refused.clone());
  if (code !== "not_logged_in") return refused;
  await renewal();
  return send(method, path, options);
}

/** Once whatever was under way has its answer, and with it perhaps the session's new token. */
export async function renewal(): Promise<void> {
  // Not for as long as an upload takes.
  await Promise.race([Promise.allSettled(changing), new Promise((done) => setTimeout(done, 3_000))]);
  await new Promise((done) => setTimeout(done, RENEWAL_MS));
}

/** Changes whose answer is not here yet. */
const changing = new Set<Promise<Response>>();

/** Longer than an answer takes that was sent before. */
const RENEWAL_MS = 250;

function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const answer = fetched(method, path, options);
  if (method !== "GET") {
    changing.add(answer);
    const over = () => void changing.delete(answer);
    answer.then(over, over);
  }
  return answer;
}

async function fetched(
  method: Method,
  path: string,
  { body, query, linkToken, signal, keepalive }: RequestOptions,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json, application/problem+json" };
  const raw = body instanceof Blob;
  if (body !== undefined) headers["Content-Type"] = raw ? body.type : "application/json";
  const token = method === "GET" ? undefined : csrfToken(document.cookie);
  if (token) headers["X-XSRF-TOKEN"] = token;
  if (linkToken) headers["X-Link-Token"] = linkToken;
  try {
    return await fetch(API + path + queryString(query), {
      method,
      headers,
      body: body === undefined || raw ? body : JSON.stringify(body),
      credentials: "same-origin",
      signal,
      keepalive,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(UNREACHABLE);
  }
}

/** The value of the cookie that proves that a request comes from one of our pages. */
export function csrfToken(cookies: string): string | undefined {
  const entry = cookies.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  return entry ? decodeURIComponent(entry.slice("XSRF-TOKEN=".length)) : undefined;
}

function queryString(query: RequestOptions["query"]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

async function refusal(response: Response): Promise<ApiError> {
  const wait = Number(response.headers.get("Retry-After"));
  const problem = await readProblem(response);
  return new ApiError(problem, Number.isFinite(wait) && wait > 0 ? wait : undefined);
}

async function readProblem(response: Response): Promise<Problem> {
  const plain: Problem = {
    status: response.status,
    code: response.status >= 500 ? "server_error" : `http_${response.status}`,
    title: response.statusText || "Refused",
    detail:
      response.status >= 500
        ? "The server could not do this. Nothing was changed; try again in a moment."
        : "The server refused this.",
  };
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) return plain;
  try {
    const told: unknown = await response.json();
    return typeof told === "object" && told !== null ? { ...plain, ...told } : plain;
  } catch {
    return plain;
  }
}
