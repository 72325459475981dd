import type { Instance } from './instance.ts';

export interface Meeting {
  id: string;
  code: string;
  title: string;
  joinUrl: string;
  maxParticipants: number;
  status: string;
}

export interface Admission {
  status: 'admitted';
  participantId: string;
  presenceId: string;
  participantToken: string;
  media: { url: string; token: string };
  updates: { topic: string; seq: number };
}

/** A refusal as the server words it (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

/** The HTTP API with a cookie jar, as a browser without pages. */
export class Api {
  private readonly cookies = new Map<string, string>();
  bearer: string | undefined;

  constructor(readonly address: string) {}

  static async signedUp(instance: Instance, name: string): Promise<Api> {
    const api = new Api(instance.address);
    await api.call('POST', '/api/v1/users', {
      email: `${name.toLowerCase().replaceAll(' ', '.')}.${crypto.randomUUID().slice(0, 8)}@example.org`,
      password: PASSWORD,
      fullName: name,
      displayName: name,
    });
    return api;
  }

  meet(body: Record<string, unknown> = {}): Promise<Meeting> {
    return this.call('POST', '/api/v1/meetings', { title: 'Design review', ...body });
  }

  join(code: string, body: Record<string, unknown> = {}): Promise<Admission> {
    return this.call('POST', `/api/v1/meetings/${code}/join`, body);
  }

  async call<T = any>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (this.cookies.size > 0) {
      headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const token = this.cookies.get('XSRF-TOKEN');
      if (token) headers['x-xsrf-token'] = token;
    }
    if (this.bearer) headers.authorization = `Bearer ${this.bearer}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(this.address + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value && !/max-age=0/i.test(line)) this.cookies.set(name!, value);
      else this.cookies.delete(name!);
    }
    const text = await answer.text();
    const json = text ? JSON.parse(text) : undefined;
    if (!answer.ok) throw new Problem(answer.status, json?.code, json?.detail);
    if (!this.cookies.has('XSRF-TOKEN') && method !== 'GET' && this.cookies.size > 0) {
      await this.call('GET', '/api/v1/config');
    }
    return json as T;
  }
}

export const PASSWORD = 'correct horse battery 9';
