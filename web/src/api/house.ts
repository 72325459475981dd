import { request } from "./http";
import type { Config, Letter, Mail, MailServer, Page } from "./types";

export const house = {
  config: (signal?: AbortSignal) => request<Config>("GET", "/config", { signal }),
  /** Mails that were written while no mail server is set; for the first administrator. */
  mailbox: (cursor?: string | null, signal?: AbortSignal) =>
    request<Page<Mail>>("GET", "/staff/mailbox", { query: { cursor }, signal }),
  /** Whether mails go out, and why they do not; for everybody behind the counter. */
  mailServer: (signal?: AbortSignal) => request<MailServer>("GET", "/staff/mail-server", { signal }),
  letter: (id: string, signal?: AbortSignal) =>
    request<Letter>("GET", `/staff/mailbox/${encodeURIComponent(id)}`, { signal }),
};
