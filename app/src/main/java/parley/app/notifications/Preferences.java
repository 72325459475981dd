package parley.app.notifications;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;

/** What people want to be told about, and how. */
@Component
class Preferences {
  private final PreferenceRepository repository;

  Preferences(PreferenceRepository repository) {
    this.repository = repository;
  }

  /**
   * One field of the grid.
   *
   * @param fixed whether it cannot be refused
   */
  record Wish(NotificationType type, Channel channel, boolean wanted, boolean fixed) {}

  /** The channels on which this person wants to hear of such things. */
  List<Channel> wanted(UUID userId, NotificationType type) {
    Map<Channel, Boolean> said = repository.of(userId, type);
    return Arrays.stream(Channel.values())
        .filter(
            channel -> type.isFixed(channel) || said.getOrDefault(channel, type.isUsual(channel)))
        .toList();
  }

  /** Everything a person can choose. */
  List<Wish> grid(UUID userId) {
    return NotificationType.CHOOSABLE.stream()
        .flatMap(type -> {
          List<Channel> wanted = wanted(userId, type);
          return Arrays.stream(Channel.values())
              .map(channel ->
                  new Wish(type, channel, wanted.contains(channel), type.isFixed(channel)));
        })
        .toList();
  }

  /** Refuses with 409 {@code notification_required} what cannot be refused. */
  @Transactional
  public void change(UUID userId, NotificationType type, Channel channel, boolean wanted) {
    if (type.isFixed(channel)) {
      throw new Refusal(
          409,
          "notification_required",
          "Whoever holds the account has to hear of this, so it cannot be turned off.");
    }
    repository.put(userId, type, channel, wanted);
  }

  /** The type that is spelled so; refuses with 400 one that nobody can choose about. */
  static NotificationType choosable(String spelled) {
    Optional<NotificationType> type = NotificationType.parse(spelled);
    return type.filter(NotificationType.CHOOSABLE::contains)
        .orElseThrow(() -> Refusal.invalid("type", "There is no such type of notification."));
  }

  /** The channel that is spelled so; refuses with 400 one that there is not. */
  static Channel channel(String spelled) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.spelled().equals(spelled))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("channel", "Use 'inapp', 'email' or 'push'."));
  }
}
