package parley.app.notifications;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.notifications.push.PushDevices;
import parley.app.users.User;
import parley.app.users.Users;

/** Gives each person of an occasion a notification on each channel that person wants. */
@Component
class Telling {
  private final Users users;
  private final Preferences preferences;
  private final NotificationRepository repository;
  private final Bells bells;
  private final PushDevices devices;

  Telling(
      Users users,
      Preferences preferences,
      NotificationRepository repository,
      Bells bells,
      PushDevices devices) {
    this.users = users;
    this.preferences = preferences;
    this.repository = repository;
    this.bells = bells;
    this.devices = devices;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Occasion occasion) {
    // In one order everywhere: each person's topic is locked until the end.
    for (UUID person : new TreeSet<>(occasion.people())) {
      users.find(person).ifPresent(user -> tell(occasion, user));
    }
  }

  private void tell(Occasion occasion, User user) {
    List<Channel> wanted = preferences.wanted(user.id(), occasion.type());
    if (!user.isActive()) {
      // Nobody to show anything to; what has to be said goes by mail.
      wanted = occasion.type().isFixed(Channel.EMAIL) ? List.of(Channel.EMAIL) : List.of();
    }
    if (wanted.contains(Channel.INAPP)) {
      bells.add(occasion, user.id());
    }
    if (wanted.contains(Channel.EMAIL) && !isMailedElsewhere(occasion)) {
      repository.insert(occasion, user.id(), Channel.EMAIL);
    }
    if (wanted.contains(Channel.PUSH) && devices.any(user.id())) {
      repository
          .insert(occasion, user.id(), Channel.PUSH)
          .ifPresent(id -> devices.deliverTo(user.id(), id, occasion.type().pushedFor()));
    }
  }

  private static boolean isMailedElsewhere(Occasion occasion) {
    Object event = occasion.payload().get("event");
    return AccountNews.parse(String.valueOf(event))
        .filter(AccountNews::isMailedElsewhere)
        .isPresent();
  }
}
