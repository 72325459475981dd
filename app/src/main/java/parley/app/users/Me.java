package parley.app.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of their own account.
 *
 * @param phone E.164
 * @param language a tag of RFC 5646
 * @param timeZone a name of the IANA database
 * @param profilePictureUrl a path; {@code ?size=64} asks for a smaller one
 * @param role,status as the schema spells them
 * @param mayHost whether this user may make meetings
 * @param staffRole the role in {@code admin_users}, null for everybody else
 */
public record Me(
    UUID id,
    String email,
    boolean emailVerified,
    @Nullable String fullName,
    String displayName,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String profilePictureUrl,
    String role,
    String status,
    Instant createdAt,
    PlanSummary plan,
    @Nullable String staffRole,
    boolean mayHost) {

  /** The plan that holds for this person now. */
  public record PlanSummary(String slug, String name, int maxParticipants) {}

  /** Knows everybody's plan. Implemented by {@code billing}, which stands above this room. */
  public interface Plans {
    PlanSummary planOf(UUID userId);
  }

  /** Knows who is staff. Implemented by {@code staff}, which stands above this room. */
  public interface StaffRoles {
    /** A role of {@code admin_users}, or null. */
    @Nullable String staffRoleOf(UUID userId);
  }
}
