package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/**
 * What happens whenever somebody has proven who they are, by whatever means: a session, a known
 * device, a note.
 */
@Component
public class Entry {
  private final Sessions sessions;
  private final KnownDevices devices;
  private final Users users;
  private final NewDeviceLetter letter;
  private final ApplicationEventPublisher events;

  Entry(
      Sessions sessions,
      KnownDevices devices,
      Users users,
      NewDeviceLetter letter,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.devices = devices;
    this.users = users;
    this.letter = letter;
    this.events = events;
  }

  /** The device of this browser, if the user logged in on it before. */
  Optional<SecretToken> knownDevice(UUID userId, Browser browser) {
    return browser.device().filter(device -> devices.knows(userId, device));
  }

  /**
   * Makes this browser one of the user's devices without letting them in: whoever has just shown to
   * be the user is not counted among strangers who guess passwords.
   */
  @Transactional
  public SecretToken remember(UUID userId, Browser browser) {
    SecretToken device = knownDevice(userId, browser).orElseGet(SecretToken::random);
    devices.remember(userId, device);
    return device;
  }

  /** Makes others wait who would send the user away; refuses as {@link #enter}. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(UUID userId) {
    if (users.hold(userId).filter(UserStatus.ACTIVE::equals).isEmpty()) {
      throw new Refusal(403, "account_suspended", "This account is suspended.");
    }
  }

  /**
   * Refuses with 403 {@code account_suspended} whoever was sent away meanwhile. After all steps;
   * {@link SecondSteps#arrive} for whoever made only the first one.
   */
  @Transactional
  public Entered enter(UUID userId, Browser browser) {
    hold(userId);
    SecretToken session = sessions.begin(userId, browser);
    Optional<SecretToken> known = knownDevice(userId, browser);
    boolean newDevice = devices.any(userId) && known.isEmpty();
    // Never one that a browser brings and nobody here gave it.
    SecretToken device = known.orElseGet(SecretToken::random);
    devices.remember(userId, device);
    if (newDevice) {
      letter.send(userId, browser);
    }
    users.loggedIn(userId);
    events.publishEvent(new LoggedIn(userId, newDevice));
    return new Entered(userId, session, device);
  }
}
