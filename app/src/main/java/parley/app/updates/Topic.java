package parley.app.updates;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What updates are about; written {@code kind:id}.
 *
 * @param kind {@code meeting} or {@code user}
 * @param id the id of that row
 */
public record Topic(String kind, UUID id) {
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z]{1,20}):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  public static Topic meeting(UUID meetingId) {
    return new Topic("meeting", meetingId);
  }

  public static Topic user(UUID userId) {
    return new Topic("user", userId);
  }

  /** The topic written as {@code text}; empty if it is none. */
  public static Optional<Topic> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new Topic(form.group(1), UUID.fromString(form.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
