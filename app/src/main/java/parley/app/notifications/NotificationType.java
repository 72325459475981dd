package parley.app.notifications;

import static parley.app.notifications.Channel.EMAIL;
import static parley.app.notifications.Channel.INAPP;
import static parley.app.notifications.Channel.PUSH;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a notification is about, which channels it takes where nobody has said otherwise, and which
 * of them cannot be refused.
 */
public enum NotificationType {
  MEETING_REMINDER(EnumSet.of(INAPP, PUSH), Set.of(), Duration.ofMinutes(10)),
  MEETING_CHANGED(EnumSet.of(INAPP, EMAIL, PUSH), Set.of(), Duration.ofHours(12)),
  MEETING_CANCELLED(EnumSet.of(INAPP, EMAIL, PUSH), Set.of(), Duration.ofHours(12)),
  /** Log-ins, ways to log in, roles: who holds the account has to hear of it. */
  SECURITY(EnumSet.of(INAPP, EMAIL, PUSH), EnumSet.of(INAPP, EMAIL), Duration.ofHours(12)),
  /** What Parley did with the person's data, because the person asked for it. */
  ACCOUNT(EnumSet.of(INAPP, EMAIL), EnumSet.of(EMAIL), Duration.ofDays(1)),
  INVITATION(EnumSet.of(INAPP, EMAIL, PUSH), Set.of(), Duration.ofDays(1)),
  PAYMENT(EnumSet.of(INAPP, EMAIL), EnumSet.of(EMAIL), Duration.ofDays(1)),
  SYSTEM(EnumSet.of(INAPP), Set.of(), Duration.ofDays(1));

  /** Those that some room causes today, in the order in which people choose among them. */
  static final List<NotificationType> CHOOSABLE =
      List.of(MEETING_REMINDER, MEETING_CHANGED, MEETING_CANCELLED, SECURITY, ACCOUNT);

  private final Set<Channel> usual;
  private final Set<Channel> fixed;
  private final Duration pushedFor;

  NotificationType(Set<Channel> usual, Set<Channel> fixed, Duration pushedFor) {
    this.usual = usual;
    this.fixed = fixed;
    this.pushedFor = pushedFor;
  }

  /** Whether it takes this channel as long as nobody has said otherwise. */
  boolean isUsual(Channel channel) {
    return usual.contains(channel);
  }

  /** Whether it takes this channel whatever the person prefers. */
  boolean isFixed(Channel channel) {
    return fixed.contains(channel);
  }

  /** How long a push of it is worth something. */
  Duration pushedFor() {
    return pushedFor;
  }

  /** As the column and the API spell it. */
  public String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NotificationType> parse(String spelled) {
    return Arrays.stream(values()).filter(type -> type.spelled().equals(spelled)).findFirst();
  }
}
