package parley.app.login.social;

import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import parley.app.login.SecretToken;
import parley.app.shared.PublicUrl;

/** Sends people to a provider, and finds out who they are when they come back. */
@Service
class SocialAttempts {
  static final Duration VALID_FOR = Duration.ofMinutes(10);

  // Codes of large providers carry much in themselves.
  private static final int LONGEST_CODE = 8192;

  private final Providers providers;
  private final AttemptRepository repository;
  private final PublicUrl publicUrl;
  private final Clock clock;

  SocialAttempts(
      Providers providers, AttemptRepository repository, PublicUrl publicUrl, Clock clock) {
    this.providers = providers;
    this.repository = repository;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** Where to go, and by what this browser is known when it comes back. */
  record Departure(URI url, SecretToken browser) {}

  /**
   * Who came back.
   *
   * @param linkTo who wants to link; null for a log-in
   */
  record Arrival(Provider provider, Identity identity, @Nullable UUID linkTo) {}

  /**
   * What a provider's redirect brought.
   *
   * @param issuer see RFC 9207
   * @param error why there is no code (RFC 6749 §4.1.2.1)
   */
  record Answer(
      @Nullable @Size(max = LONGEST_CODE) String code,
      @Nullable String state,
      @Nullable String issuer,
      @Nullable String error) {
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  Departure depart(String id, @Nullable UUID linkTo) {
    Provider provider = providers.require(id);
    Attempt attempt = Attempt.begin();
    URI url = provider.authorize(attempt, redirect(provider));
    SecretToken browser = SecretToken.random();
    Instant now = clock.instant();
    repository.insert(
        new AttemptRepository.Kept(id, attempt, linkTo), browser, now, now.plus(VALID_FOR));
    return new Departure(url, browser);
  }

  /**
   * Asks the provider, so never inside a transaction. The attempt has done its work, whatever comes
   * of it. Refuses with 400 {@code social_login_over}, or as {@link Provider#identify}.
   */
  Arrival arrive(String id, Answer answer, SecretToken browser) {
    Provider provider = providers.require(id);
    AttemptRepository.Kept kept =
        SecretToken.parse(answer.state() == null ? "" : answer.state())
            .flatMap(state -> repository.take(state, browser, clock.instant()))
            .filter(found -> found.provider().equals(id))
            .orElseThrow(SocialRefusals::over);
    if (answer.code() == null || answer.code().isEmpty()) {
      throw SocialRefusals.failed(provider, "it said " + oneWord(answer.error()));
    }
    Identity identity =
        provider.identify(answer.code(), answer.issuer(), kept.attempt(), redirect(provider));
    return new Arrival(provider, identity, kept.linkTo());
  }

  // One for each provider, so that none can send another's answer here (RFC 9700 §4.4).
  private URI redirect(Provider provider) {
    return publicUrl.page("/login/from/" + provider.id());
  }

  private static String oneWord(@Nullable String error) {
    String word = String.valueOf(error).replaceAll("[^A-Za-z0-9_]", "");
    return word.substring(0, Math.min(word.length(), 40));
  }
}
