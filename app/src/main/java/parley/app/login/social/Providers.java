package parley.app.login.social;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.login.social.SocialSettings.ProviderSettings;
import parley.app.shared.Refusal;

/** The providers that the settings name. */
@Component
public class Providers {
  static final String GOOGLE = "google";
  static final String FACEBOOK = "facebook";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");
  private static final Map<String, String> USUAL_NAMES =
      Map.of(GOOGLE, "Google", FACEBOOK, "Facebook");

  private final List<Provider> all;

  Providers(SocialSettings settings, Clock clock) {
    this.all =
        settings.providers().entrySet().stream()
            .map(entry -> provider(entry.getKey(), entry.getValue(), clock))
            .toList();
  }

  /** In the order of the settings. */
  public List<Provider> all() {
    return all;
  }

  /** Refuses with 404. */
  Provider require(String id) {
    return find(id).orElseThrow(Refusal::notFound);
  }

  Optional<Provider> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static Provider provider(String id, ProviderSettings settings, Clock clock) {
    if (!ID.matcher(id).matches() || id.equals("email")) {
      throw new IllegalArgumentException(
          "parley.login.providers." + id + ": an id is a short word in lower case");
    }
    String client = given(id, "client-id", settings.clientId());
    String named = settings.name();
    String name = named == null ? USUAL_NAMES.getOrDefault(id, id) : named;
    if (id.equals(FACEBOOK)) {
      String secret = given(id, "client-secret", settings.clientSecret());
      return new FacebookProvider(name, settings.issuer(), client, secret);
    }
    String issuer =
        id.equals(GOOGLE) && settings.issuer() == null
            ? "https://accounts.google.com"
            : given(id, "issuer", settings.issuer());
    return new OpenIdProvider(
        id, name, issuer, new OpenIdProvider.Client(client, settings.clientSecret()), clock);
  }

  private static String given(String id, String setting, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "parley.login.providers.%s.%s is missing", id, setting));
    }
    return value;
  }
}
