package parley.app.users;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code users} as other rooms may see it; how it logs in is not part of it.
 *
 * @param displayName what others see in a meeting
 * @param phone E.164
 * @param language a tag of RFC 5646
 * @param pictureUrl a path below our own address; null for somebody without a picture
 * @param lastLoginAt when this user last logged in, null before the first time
 */
public record User(
    UUID id,
    EmailAddress email,
    boolean emailVerified,
    @Nullable String fullName,
    String displayName,
    @Nullable String phone,
    @Nullable String language,
    @Nullable ZoneId timeZone,
    @Nullable String pictureUrl,
    UserRole role,
    UserStatus status,
    Instant createdAt,
    @Nullable Instant lastLoginAt) {

  /** Whether this user may come in. */
  public boolean isActive() {
    return status == UserStatus.ACTIVE;
  }
}
