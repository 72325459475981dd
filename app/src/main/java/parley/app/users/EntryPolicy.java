package parley.app.users;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;

/** Who may come in and who may host: what was set in the console, else what the settings say. */
@Service
public class EntryPolicy {
  private final EntryRulesRepository repository;
  private final RecentEntryRules recent;
  private final EntrySettings settings;
  private final Me.StaffRoles staffRoles;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EntryPolicy(
      EntryRulesRepository repository,
      RecentEntryRules recent,
      EntrySettings settings,
      Me.StaffRoles staffRoles,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.recent = recent;
    this.settings = settings;
    this.staffRoles = staffRoles;
    this.events = events;
    this.clock = clock;
  }

  /** What holds now. */
  public EntryRules rules() {
    return fromConsole().orElseGet(settings::rules);
  }

  /** What was set in the console; empty as long as the settings file holds. */
  Optional<EntryRules> fromConsole() {
    return recent.find();
  }

  /** As {@link #fromConsole}, with the version that {@link #change} may be given. */
  Optional<EntryRulesRepository.Kept> kept() {
    return repository.find();
  }

  /** What holds as long as nothing was set in the console. */
  EntryRules fromSettings() {
    return settings.rules();
  }

  private EntryRules now() {
    return kept().map(EntryRulesRepository.Kept::rules).orElseGet(this::fromSettings);
  }

  /**
   * Sets them in the console, from now on. Refuses with 409 {@code changed_meanwhile} where another
   * version than the expected one holds by now.
   *
   * @param expected the version that they were made from; null for whichever
   */
  @Transactional
  public void change(EntryRules rules, @Nullable Long expected, UUID by) {
    EntryRules before = now();
    if (!repository.save(rules, expected, by, clock.instant())) {
      throw new Refusal(
          409,
          "changed_meanwhile",
          "Somebody else has changed these rules meanwhile. Look at them as they are now, then change them again.");
    }
    events.publishEvent(new EntryRulesChanged(by, before, rules));
  }

  /** Lets the settings file hold again. */
  @Transactional
  public void reset(UUID by) {
    EntryRules before = now();
    repository.delete();
    events.publishEvent(new EntryRulesChanged(by, before, settings.rules()));
  }

  /** Whether this user may make meetings. */
  public boolean mayHost(User user) {
    EntryRules rules = rules();
    boolean byRule =
        switch (rules.hosts()) {
          case EVERYONE -> true;
          case VERIFIED -> user.emailVerified();
          case DOMAINS -> user.emailVerified() && rules.hostDomains().contains(user.email());
          case STAFF -> false;
        };
    return byRule || isStaff(user);
  }

  /** Whether this user may log in with the address as it is: proven, or not needed to be. */
  public boolean mayEnter(User user) {
    return user.emailVerified() || isStaff(user) || !rules().needsVerified();
  }

  /** The refusal for a user who may not make meetings, in words that say why. */
  Refusal hostNotAllowed(User user) {
    String sentence =
        switch (rules().hosts()) {
          case STAFF -> "Only staff start meetings here. You can join those of others.";
          case DOMAINS -> domainSentence(user);
          default -> "Confirm your e-mail address first; then you can start meetings.";
        };
    return new Refusal(403, "host_not_allowed", sentence);
  }

  private String domainSentence(User user) {
    MailDomains domains = rules().hostDomains();
    return domains.contains(user.email())
        ? "Confirm your e-mail address first; then you can start meetings."
        : String.format(
            Locale.ROOT,
            "Only people with an address at %s start meetings here. You can join those of others.",
            String.join(", ", domains.names()));
  }

  // Who runs this Parley must be able to get in and change the rules.
  private boolean isStaff(User user) {
    return user.role() != UserRole.USER || staffRoles.staffRoleOf(user.id()) != null;
  }
}
