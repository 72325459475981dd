package parley.app.login.factors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody shows as a factor: one of these.
 *
 * @param code of their authenticator app
 * @param recoveryCode one of the ten
 * @param passkey what {@code navigator.credentials.get} gave, as its JSON (WebAuthn §5.1)
 */
public record ShownFactor(
    @Nullable String code, @Nullable String recoveryCode, @Nullable JsonNode passkey) {
  @Override
  public String toString() {
    return "ShownFactor[…]";
  }
}
