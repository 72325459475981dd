package parley.app.audit;

import static java.util.Map.entry;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an audit entry may say of before and after, by kind of entity. Everything else is left out
 * when it is written: no names, no addresses, no words that people wrote.
 */
final class AuditFields {
  private static final int LONGEST_VALUE = 64;

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("invitation", Set.of("status")),
          entry("linked_account", Set.of("provider")),
          entry(
              "settings",
              Set.of("signUp", "signUpDomains", "hosts", "hostDomains", "verifiedOnly")),
          entry("session", Set.of("way")),
          entry(
              "user",
              Set.of(
                  "role",
                  "status",
                  "emailVerified",
                  "signupSource",
                  "twoFaEnabled",
                  "staffRole",
                  "mayReturn",
                  "newDevice",
                  "found",
                  "mail",
                  "fields",
                  "step")),
          entry("api_key", Set.of("scopes", "expiresAt")),
          entry(
              "subscription",
              Set.of("planId", "plan", "status", "startedAt", "expiresAt", "autoRenew")),
          entry(
              "meeting",
              Set.of(
                  "isInstant",
                  "startsAt",
                  "endsAt",
                  "maxParticipants",
                  "isLocked",
                  "status",
                  "recordingAllowed",
                  "transcriptionEnabled",
                  "wordsChanged",
                  "hostUserId",
                  "participantId")),
          entry(
              "participant",
              Set.of("meetingId", "userId", "role", "wasRemoved", "isMuted", "isVideoOn")),
          entry("file", Set.of("type", "sizeBytes", "mimeType", "status", "meetingId")),
          entry("audit_entry", Set.of("format")),
          entry("kyc_submission", Set.of("status", "reviewedBy")));

  private AuditFields() {}

  /** The part of {@code values} that may be kept. */
  static Map<String, Object> trim(String entityType, Map<String, Object> values) {
    Set<String> allowed = ALLOWED.getOrDefault(entityType, Set.of());
    Map<String, Object> kept = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (allowed.contains(name) && isHarmless(value)) {
        kept.put(name, plain(value));
      }
    });
    return kept;
  }

  // A word of an allowed field is short and no address; anything longer has strayed in.
  private static boolean isHarmless(Object value) {
    return switch (value) {
      case Number number -> true;
      case Boolean flag -> true;
      case UUID id -> true;
      case Temporal time -> true;
      case Enum<?> constant -> true;
      case String word -> word.length() <= LONGEST_VALUE && word.indexOf('@') < 0;
      case Collection<?> many -> many.stream().allMatch(AuditFields::isHarmless);
      default -> false;
    };
  }

  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean || value instanceof Collection<?>
        ? value
        : value.toString();
  }
}
