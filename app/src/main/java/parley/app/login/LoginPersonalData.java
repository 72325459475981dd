package parley.app.login;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;
import parley.app.users.Users;

/**
 * What this room knows of a person: where and with what they log in. Secrets are erased but not
 * exported: a copy of them would open the account.
 */
@Component
class LoginPersonalData implements PersonalData {
  private static final List<Part> EXPORTED =
      List.of(
          Part.selected(
              "login_sessions",
              """
              SELECT user_agent, host(address) AS address, created_at, last_used_at, proven_at, expires_at, ended_at
              FROM login_sessions WHERE user_id = :user ORDER BY id
              """),
          Part.selected(
              "known_devices",
              """
              SELECT created_at, last_used_at FROM known_devices WHERE user_id = :user ORDER BY created_at
              """),
          Part.selected(
              "email_verifications",
              """
              SELECT email, created_at, expires_at, used_at FROM email_verifications
              WHERE user_id = :user ORDER BY created_at
              """),
          Part.selected(
              "email_changes",
              """
              SELECT old_email, new_email, created_at, expires_at, confirmed_at, stopped_at FROM email_changes
              WHERE user_id = :user ORDER BY id
              """),
          Part.selected(
              "password_resets",
              """
              SELECT created_at, expires_at, used_at FROM password_resets WHERE user_id = :user ORDER BY created_at
              """),
          Part.selected(
              "linked_accounts",
              """
              SELECT provider, subject, email, linked_at, last_used_at FROM linked_accounts
              WHERE user_id = :user ORDER BY linked_at
              """),
          Part.selected(
              "social_logins",
              """
              SELECT provider, created_at, expires_at FROM social_logins WHERE user_id = :user
              """),
          Part.selected(
              "signup_invitations",
              """
              SELECT email, created_at, sent_at, accepted_at, revoked_at FROM signup_invitations
              WHERE accepted_by = :user OR invited_by = :user ORDER BY id
              """),
          Part.selected(
              "passkeys",
              """
              SELECT name, transports, backup_eligible, backed_up, created_at, last_used_at, suspect_since
              FROM passkeys WHERE user_id = :user ORDER BY id
              """),
          Part.selected(
              "passkey_steps", "SELECT created_at FROM passkey_steps WHERE user_id = :user"),
          Part.selected(
              "authenticator_apps",
              """
              SELECT created_at, confirmed_at, last_used_at FROM authenticator_apps WHERE user_id = :user
              """),
          Part.selected(
              "recovery_codes",
              """
              SELECT created_at, used_at FROM recovery_codes WHERE user_id = :user ORDER BY created_at
              """),
          Part.selected(
              "security_events",
              """
              SELECT kind, host(address) AS address, created_at FROM security_events
              WHERE user_id = :user ORDER BY id
              """));

  // proof_codes go with their sessions.
  private static final List<String> TABLES =
      List.of(
          "pending_logins",
          "code_tries",
          "recovery_codes",
          "authenticator_apps",
          "passkey_steps",
          "passkeys",
          "security_events",
          "social_logins",
          "linked_accounts",
          "password_resets",
          "email_changes",
          "email_verifications",
          "known_devices",
          "login_sessions");

  private final JdbcClient jdbc;
  private final Users users;

  LoginPersonalData(JdbcClient jdbc, Users users) {
    this.users = users;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "login";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return EXPORTED;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    TABLES.forEach(table ->
        jdbc.sql("DELETE FROM " + table + " WHERE user_id = :userId")
            .param("userId", userId)
            .update());
    eraseInvitations(userId);
  }

  // Those to the user go; those by the user stay with whom they invited.
  private void eraseInvitations(UUID userId) {
    String email = users.find(userId).map(user -> user.email().value()).orElse("");
    jdbc.sql("DELETE FROM signup_invitations WHERE accepted_by = :userId OR lower(email) = :email")
        .param("userId", userId)
        .param("email", email)
        .update();
    jdbc.sql("UPDATE signup_invitations SET invited_by = NULL WHERE invited_by = :userId")
        .param("userId", userId)
        .update();
  }
}
