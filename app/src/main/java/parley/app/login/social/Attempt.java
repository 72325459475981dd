package parley.app.login.social;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import parley.app.login.SecretToken;

/**
 * What keeps one log-in together from leaving to coming back.
 *
 * @param state returns with the answer (RFC 6749 §10.12)
 * @param nonce returns in the id token (OpenID Connect Core §3.1.2.1)
 * @param verifier proves to the provider that who left has come back (RFC 7636)
 */
record Attempt(SecretToken state, Nonce nonce, CodeVerifier verifier) {
  static Attempt begin() {
    return new Attempt(SecretToken.random(), new Nonce(), new CodeVerifier());
  }

  @Override
  public String toString() {
    return "Attempt[…]";
  }
}
