package parley.app.login.social;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where else people can log in from.
 *
 * @param providers by an id of the operator's choice, which stands in the redirect address; {@code
 *     google} and {@code facebook} know their own addresses
 */
@ConfigurationProperties("parley.login")
record SocialSettings(@DefaultValue Map<String, ProviderSettings> providers) {
  /**
   * @param issuer where it is, as its discovery document spells it
   * @param clientId what it calls this Parley
   * @param clientSecret what it gave this Parley
   * @param name on the button; without it the id
   */
  record ProviderSettings(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String name) {
    @Override
    public String toString() {
      return "ProviderSettings[" + issuer + "]";
    }
  }
}
