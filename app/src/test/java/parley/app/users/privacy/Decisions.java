package parley.app.users.privacy;

import java.util.Map;
import java.util.Set;

/**
 * What every table of the schema holds of people. Whoever adds a table says it here, and the test
 * of the canaries sees whether the room keeps its word.
 */
final class Decisions {
  private Decisions() {}

  /** Tables that hold personal data: exported and erased by the room they belong to. */
  static final Set<String> PERSONAL =
      Set.of(
          "users",
          "data_exports",
          "account_restorations",
          "login_sessions",
          "known_devices",
          "email_verifications",
          "signup_invitations",
          "password_resets",
          "email_changes",
          "linked_accounts",
          "social_logins",
          "pending_logins",
          "code_tries",
          "authenticator_apps",
          "recovery_codes",
          "passkeys",
          "passkey_steps",
          "security_events",
          "api_keys",
          "admin_users",
          "files",
          "profile_pictures",
          "outgoing_mails",
          "meetings",
          "meeting_participants",
          "meeting_presences",
          "presence_intervals",
          "breakout_rooms",
          "breakout_participants",
          "chat_messages",
          "recordings",
          "kyc_submissions",
          "content",
          "updates",
          "update_topics",
          "audit_logs",
          "notifications",
          "notification_preferences",
          "push_devices",
          "push_deliveries",
          "subscriptions",
          "payment_methods",
          "storage_usage");

  /** All others, and why nothing in them is anybody's. */
  static final Map<String, String> NOBODYS =
      Map.ofEntries(
          Map.entry("plans", "what is sold"),
          Map.entry("audit_actions", "words of the audit trail"),
          Map.entry(
              "file_keys",
              "random bits that open nothing without the secret, gone with their file"),
          Map.entry("entry_rules", "rules, and the id of who set them"),
          Map.entry("setup_links", "one hash, of a link that anybody may hold"),
          Map.entry("proof_codes", "hashes, gone with their session"),
          Map.entry("passkey_challenges", "random, for minutes"),
          Map.entry("audit_seals", "hashes of lines and their numbers"),
          Map.entry("audit_checks", "when the trail was checked"),
          Map.entry("file_removals", "ids of bytes that are about to go"),
          Map.entry("scheduled_tasks", "names of jobs"),
          Map.entry("media_nodes", "machines of ours"),
          Map.entry("person_keys", "random bits that open nothing once destroyed"),
          Map.entry("notification_occasions", "emptied as soon as everybody was told"),
          Map.entry("dead_addresses", "keyed hashes, removed with the address"),
          Map.entry("health_writes", "a time and nothing"),
          Map.entry("installation", "machines of ours"),
          Map.entry("push_keys", "a pair of keys of this installation"),
          Map.entry("erasures", "counts, gone with the erasure"),
          Map.entry("erasure_receipts", "counts"));

  /** Columns of personal tables in which nothing of a person can stand, and why. */
  static final Map<String, String> MADE_BY_US =
      Map.ofEntries(
          Map.entry("meetings.meeting_code", "random"),
          Map.entry("meetings.join_url", "made of the code"),
          Map.entry("meetings.conference_server_id", "a machine of ours"),
          Map.entry("meetings.column_versions", "names of columns"),
          Map.entry("profile_pictures.picture_key", "random"),
          Map.entry("files.storage_url", "made of the id"),
          Map.entry("breakout_rooms.conference_server_id", "a machine of ours"),
          Map.entry("update_topics.topic", "made of an id"),
          Map.entry("updates.topic", "made of an id"),
          Map.entry("api_keys.scopes", "words of ours"),
          Map.entry("security_events.kind", "a word of ours"),
          Map.entry("notifications.occasion_key", "made of ids"),
          Map.entry("push_deliveries.last_error", "an answer of a push service"),
          Map.entry("data_exports.step", "the name of a room"),
          Map.entry("audit_logs.entity_type", "a word of ours"),
          Map.entry("audit_logs.entity_id", "an id"),
          Map.entry("audit_logs.before", "trimmed of everything personal when it is written"),
          Map.entry("audit_logs.after", "trimmed of everything personal when it is written"),
          Map.entry("audit_logs.actor_ip", "a network of 256 addresses"),
          Map.entry("content.title", "published for everybody"),
          Map.entry("content.slug", "published for everybody"),
          Map.entry("content.body", "published for everybody"),
          Map.entry("content.excerpt", "published for everybody"),
          Map.entry("content.tags", "published for everybody"));

  /** Columns that an export leaves out, and why; they are erased all the same. */
  static final Map<String, String> NOT_EXPORTED =
      Map.ofEntries(
          Map.entry("users.password_hash", "a secret"),
          Map.entry("account_restorations.token_hash", "a secret"),
          Map.entry("login_sessions.token_hash", "a secret"),
          Map.entry("known_devices.token_hash", "a secret"),
          Map.entry("email_verifications.token_hash", "a secret"),
          Map.entry("signup_invitations.token_hash", "a secret"),
          Map.entry("password_resets.token_hash", "a secret"),
          Map.entry("email_changes.confirm_hash", "a secret"),
          Map.entry("email_changes.stop_hash", "a secret"),
          Map.entry("email_changes.undo_hash", "a secret"),
          Map.entry("social_logins.state_hash", "a secret"),
          Map.entry("social_logins.browser_hash", "a secret"),
          Map.entry("social_logins.nonce", "random"),
          Map.entry("social_logins.code_verifier", "random"),
          Map.entry("api_keys.token_hash", "a secret"),
          Map.entry("pending_logins.token_hash", "a secret"),
          Map.entry("code_tries.device", "a hash"),
          Map.entry("authenticator_apps.secret_sealed", "a secret"),
          Map.entry("recovery_codes.code_hash", "a secret"),
          Map.entry("passkeys.credential_id", "opens nothing without the device"),
          Map.entry("passkeys.credential_data", "opens nothing without the device"),
          Map.entry("push_devices.endpoint_hash", "a hash"),
          Map.entry("push_devices.public_key", "opens nothing"),
          Map.entry("push_devices.auth_secret", "a secret"),
          Map.entry("outgoing_mails.text_body", "may hold a link or code that proves an address"),
          Map.entry("outgoing_mails.html_body", "the same words"),
          Map.entry("outgoing_mails.unsubscribe_url", "a secret"),
          Map.entry(
              "audit_logs.actor_ip_sealed",
              "exported as address, opened, where it is the user's own"),
          Map.entry(
              "audit_logs.note_sealed", "exported as note, opened, where it is about the user"));
}
