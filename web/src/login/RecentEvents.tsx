import type { SecurityEvent } from "../api/factors";
import { exactTime } from "../ui/words";
import { shortMoment } from "./when";

const words: Record<string, string> = {
  "user.logged_in": "Log-in",
  "user.login_failed": "Failed log-in",
  "user.password_changed": "Password changed",
  "user.password_reset": "Password reset",
  "user.email_changed": "Address changed",
  "session.failed": "Failed confirmation",
  "passkey.created": "Passkey added",
  "passkey.deleted": "Passkey removed",
  "passkey.failed": "Passkey may be copied",
  "passkey_step.created": "Passkey step turned on",
  "passkey_step.deleted": "Passkey step turned off",
  "authenticator_app.created": "Authenticator app turned on",
  "authenticator_app.deleted": "Authenticator app turned off",
  "authenticator_app.locked": "Five wrong codes",
  "recovery_codes.created": "New recovery codes",
  "recovery_codes.used": "Recovery code used",
  "api_key.created": "API key made",
  "api_key.revoked": "API key revoked",
  "linked_account.linked": "Account linked",
  "linked_account.unlinked": "Account unlinked",
};

/** What just happened to this account, newest first. */
export function RecentEvents({ events }: { events: SecurityEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-label="What just happened" className="px-1">
      <h2 className="mb-2 text-[14px] leading-5 font-firm">What just happened</h2>
      <ul className="grid gap-2 text-[14px] leading-5 text-ink-2">
        {events.map(({ kind, address, at }, index) => (
          <li key={index} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0">
              {words[kind] ?? kind}
              {address && kind.startsWith("user.log") && <span className="text-ink-3"> from {address}</span>}
            </span>
            <time dateTime={at} title={exactTime(at)} className="shrink-0 text-ink-3 tabular-nums">
              {shortMoment(at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
