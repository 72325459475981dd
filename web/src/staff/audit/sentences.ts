import { roleNames, type AuditEntry } from "../../api/staff";
import { actionOf, entityOf } from "./entryWords";
import type { NameOf } from "./useNames";

/** Whom or what it was done to, and whether that is who did it. */
interface Told {
  name: string;
  own: boolean;
  entry: AuditEntry;
}

type Deed = string | ((told: Told) => string);

/** "their account", "the account of Ben" */
const of = (word: string) => (told: Told) => (told.own ? `their ${word}` : `the ${word} of ${told.name}`);
const account = of("account");
const isNow = (told: Told, field: string, value: unknown) => told.entry.after?.[field] === value;

/** What was done, by kind of thing and action, so that it follows the name of who did it. */
export const deeds: Record<string, Deed> = {
  "user.signed_up": "signed up",
  "user.logged_in": "logged in",
  "user.logged_out": "logged out",
  "user.login_failed": (told) =>
    isNow(told, "step", 2)
      ? `gave a wrong second factor for ${told.name}`
      : `tried in vain to log in as ${told.name}`,
  "user.password_changed": (told) => `changed ${of("password")(told)}`,
  "user.password_reset": (told) => `chose a new password by a mailed link for ${account(told)}`,
  "user.email_changed": (told) => `changed ${of("e-mail address")(told)}`,
  "user.updated": updated,
  "user.role_changed": roleChanged,
  "user.suspended": (told) =>
    isNow(told, "mayReturn", false) ? `barred ${told.name} from coming back` : `suspended ${told.name}`,
  "user.restored": (told) =>
    isNow(told, "mayReturn", true) ? `let ${told.name} come back` : `restored ${account(told)}`,
  "user.deleted": (told) => `deleted ${account(told)}`,
  "user.erased": (told) => `erased the data of ${told.name}`,
  "user.viewed": (told) => `looked at ${account(told)}`,
  "user.searched": "searched the users",
  "user.revoked": (told) => `ended ${told.own ? "all their sessions" : `all sessions of ${told.name}`}`,
  "user.resent": (told) => `sent a mail to ${told.name} again`,
  "session.proven": "confirmed that it is them",
  "session.failed": "failed to confirm that it is them",
  "password_reset.requested": "asked for a link to a new password",
  "email_change.requested": "asked to change their e-mail address",
  "email_change.revoked": "stopped a change of e-mail address",
  "linked_account.linked": "linked an account",
  "linked_account.unlinked": "unlinked an account",
  "api_key.created": "made an API key",
  "api_key.revoked": "revoked an API key",
  "authenticator_app.created": "turned an authenticator app on",
  "authenticator_app.deleted": "turned their authenticator app off",
  "authenticator_app.locked": "gave five wrong codes at the second step",
  "recovery_codes.created": "made new recovery codes",
  "recovery_codes.used": "used a recovery code",
  "passkey.created": "added a passkey",
  "passkey.updated": "renamed a passkey",
  "passkey.deleted": "removed a passkey",
  "passkey.failed": "used a passkey that may be a copy",
  "passkey_step.created": "turned the passkey step on",
  "passkey_step.deleted": "turned the passkey step off",
  "data_export.requested": "asked for a copy of their data",
  "data_export.created": "got a copy of their data packed",
  "data_export.exported": "downloaded a copy of their data",
  "data_export.downloaded": "downloaded a copy of their data",
  "data_export.failed": "asked for a copy of their data, which could not be packed",
  "data_export.deleted": "removed a copy of their data",
  "file.uploaded": "uploaded a file",
  "meeting.created": "made a meeting",
  "meeting.updated": "changed a meeting",
  "meeting.cancelled": "cancelled a meeting",
  "meeting.ended": "ended a meeting",
  "meeting.removed": "removed somebody from a meeting",
  "invitation.invited": "invited somebody",
  "invitation.created": "invited somebody",
  "invitation.resent": "sent an invitation again",
  "invitation.revoked": "withdrew an invitation",
  "invitation.accepted": "accepted an invitation",
  "settings.updated": "changed who may come in",
  "permission.refused": ({ entry }) => `was refused a right: ${entityOf(entry.entityId ?? "unknown")}`,
  "mailbox.viewed": "looked into the mailbox",
  "mail.viewed": "read a mail in the mailbox",
  "audit_entry.viewed": "read the audit trail",
  "audit_entry.searched": "searched the audit trail",
  "audit_entry.exported": "exported the audit trail",
  "audit_entry.accepted": "acknowledged a fault in the audit trail",
};

/** Who it was where nobody was logged in; elsewhere Parley itself. */
const nobodyLoggedIn: Record<string, string> = {
  "user.login_failed": "Somebody",
  "user.role_changed": "The setup link",
  "password_reset.requested": "Somebody",
  "email_change.revoked": "Somebody",
  "user.password_reset": "Somebody",
  "session.failed": "Somebody",
};

/** An entry as a sentence: who, and what they did. */
export function sentenceOf(entry: AuditEntry, nameOf: NameOf): { who: string; did: string } {
  const key = `${entry.entityType}.${entry.action}`;
  const who = entry.actorUserId ? nameOf(entry.actorUserId) : (nobodyLoggedIn[key] ?? "Parley");
  const deed = deeds[key] ?? `${actionOf(entry.action)}: ${entityOf(entry.entityType)}`;
  const own = entry.actorUserId !== null && entry.entityId === entry.actorUserId;
  const told = { name: nameOf(entry.entityId ?? ""), own, entry };
  return { who, did: typeof deed === "string" ? deed : deed(told) };
}

function updated(told: Told): string {
  if (isNow(told, "emailVerified", true)) return `confirmed ${of("e-mail address")(told)}`;
  if (isNow(told, "twoFaEnabled", true)) return `turned the second factor on for ${account(told)}`;
  if (isNow(told, "twoFaEnabled", false)) return `turned the second factor off for ${account(told)}`;
  return `changed ${of("profile")(told)}`;
}

function roleChanged({ name, entry }: Told): string {
  const role = String(entry.after?.staffRole ?? "none");
  if (role === "none") return `took the role away from ${name}`;
  const word = roleNames[role as keyof typeof roleNames] ?? role;
  return `made ${name} ${/^[aeiou]/i.test(word) ? "an" : "a"} ${word.toLowerCase()}`;
}
