package parley.app.login.factors;

import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Something about a user's factors changed, or happened.
 *
 * @param thing the row it was done to; the user's id where there is one row a user
 * @param name how the owner calls the thing; told to nobody else
 */
public record FactorNews(UUID userId, Kind kind, UUID thing, String name) implements Auditable {
  /** What happened, and how the owner is told. */
  public enum Kind {
    APP_ON("authenticator_app", "created", "An authenticator app was turned on"),
    APP_OFF("authenticator_app", "deleted", "The authenticator app was turned off"),
    APP_LOCKED("authenticator_app", "locked", "Five wrong codes at your second step"),
    CODES_MADE("recovery_codes", "created", "New recovery codes were made"),
    CODE_USED("recovery_codes", "used", "A recovery code was used"),
    PASSKEY_ADDED("passkey", "created", "A passkey was added"),
    PASSKEY_RENAMED("passkey", "updated", ""),
    PASSKEY_REMOVED("passkey", "deleted", "A passkey was removed"),
    PASSKEY_SUSPECT("passkey", "failed", "A passkey may have been copied"),
    STEP_ON("passkey_step", "created", "A passkey is asked for after the password now"),
    STEP_OFF("passkey_step", "deleted", "A passkey is no longer asked for after the password");

    private final String entityType;
    private final String action;
    private final String subject;

    Kind(String entityType, String action, String subject) {
      this.entityType = entityType;
      this.action = action;
      this.subject = subject;
    }

    /** Whether something that opens the account was added, replaced or taken away. */
    public boolean isChange() {
      return switch (this) {
        case APP_ON, APP_OFF, CODES_MADE, PASSKEY_ADDED, PASSKEY_REMOVED, STEP_ON, STEP_OFF -> true;
        case APP_LOCKED, CODE_USED, PASSKEY_RENAMED, PASSKEY_SUSPECT -> false;
      };
    }

    /** The subject of the owner's mail; empty where none is worth it. */
    String subject() {
      return subject;
    }
  }

  /** News about the one thing of its kind that a user has. */
  static FactorNews of(UUID userId, Kind kind) {
    return new FactorNews(userId, kind, userId, "");
  }

  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return kind.entityType;
  }

  @Override
  public String entityId() {
    return thing.toString();
  }

  @Override
  public String action() {
    return kind.action;
  }
}
