import type { AuditEntry } from "../../api/staff";

/** Every action that the trail knows, in words. */
export const actionWords: Record<string, string> = {
  accepted: "accepted",
  cancelled: "cancelled",
  created: "created",
  deleted: "deleted",
  downloaded: "downloaded",
  email_changed: "changed e-mail",
  ended: "ended",
  erased: "erased",
  exported: "exported",
  failed: "failed",
  invited: "invited",
  joined: "joined",
  kyc_reviewed: "reviewed identity",
  left: "left",
  linked: "linked",
  locked: "locked",
  logged_in: "logged in",
  logged_out: "logged out",
  login_failed: "log-in failed",
  muted: "muted",
  password_changed: "changed password",
  password_reset: "reset password",
  proven: "confirmed identity",
  refused: "was refused",
  removed: "removed",
  requested: "requested",
  resent: "sent again",
  restored: "restored",
  revoked: "revoked",
  role_changed: "changed role",
  searched: "searched",
  signed_up: "signed up",
  suspended: "suspended",
  unlinked: "unlinked",
  unlocked: "unlocked",
  updated: "changed",
  uploaded: "uploaded",
  used: "used",
  viewed: "viewed",
};

export const actionOf = (action: string) => actionWords[action] ?? action.replaceAll("_", " ");

/** "user", "api key" */
export const entityOf = (type: string) => type.replaceAll("_", " ");

/** Every field that changed, with what it was and what it is. */
export function differences({ before, after }: AuditEntry): { field: string; was: string; is: string }[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, was: told(before?.[field]), is: told(after?.[field]) }));
}

function told(value: unknown): string {
  if (value === undefined || value === null) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
