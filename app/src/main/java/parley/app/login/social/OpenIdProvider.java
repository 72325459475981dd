package parley.app.login.social;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.app.users.EmailAddress;
import parley.app.users.PersonName;

/** Any provider that speaks OpenID Connect, by the authorization code flow (Core 1.0 §3.1). */
final class OpenIdProvider implements Provider {
  // With keys that the provider alone has: a shared secret or no signature proves nothing.
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.EdDSA);
  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final String id;
  private final String name;
  private final Issuer issuer;
  private final ClientID client;
  private final @Nullable Secret secret;
  private final Discovery discovery;

  OpenIdProvider(String id, String name, String issuer, Client client, Clock clock) {
    this.id = id;
    this.name = name;
    this.issuer = new Issuer(issuer);
    this.client = new ClientID(client.id());
    this.secret = client.secret() == null ? null : new Secret(client.secret());
    this.discovery = new Discovery(this.issuer, clock);
  }

  /**
   * What the provider calls this Parley, and what it gave to prove that; a secret may be missing.
   */
  record Client(String id, @Nullable String secret) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI authorize(Attempt attempt, URI redirect) {
    try {
      return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client, redirect)
          .endpointURI(discovery.get().metadata().getAuthorizationEndpointURI())
          .state(new State(attempt.state().value()))
          .nonce(attempt.nonce())
          .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
          .build()
          .toURI();
    } catch (IOException | GeneralException notThere) {
      throw SocialRefusals.unreachable(this, notThere);
    }
  }

  @Override
  public Identity identify(String code, @Nullable String from, Attempt attempt, URI redirect) {
    try {
      Discovery.Known known = discovery.get();
      requireFromHere(from, known.metadata());
      var exchange = new OpenIdExchange(known.metadata(), client, secret);
      OIDCTokens tokens = exchange.tokens(code, attempt.verifier(), redirect);
      IDTokenClaimsSet token = validator(known).validate(tokens.getIDToken(), attempt.nonce());
      Optional<UserInfo> asked =
          token.getStringClaim("email") == null
              ? exchange.userInfo(tokens, token.getSubject())
              : Optional.empty();
      return identity(
          token.getSubject().getValue(), asked.isPresent() ? asked.get() : claims(token));
    } catch (BadJOSEException | JOSEException | OpenIdExchange.Refused forged) {
      throw SocialRefusals.failed(this, String.valueOf(forged.getMessage()));
    } catch (IOException | GeneralException notThere) {
      throw SocialRefusals.unreachable(this, notThere);
    }
  }

  // Signature, issuer, audience, expiry and nonce (Core 1.0 §3.1.3.7), by keys of this provider
  // only.
  private IDTokenValidator validator(Discovery.Known known) {
    return new IDTokenValidator(
        issuer, client, new JWSVerificationKeySelector<>(SIGNATURES, known.keys()), null);
  }

  // An answer of another provider must not bring its code here (RFC 9207 §2.4).
  private void requireFromHere(@Nullable String from, OIDCProviderMetadata metadata) {
    boolean missing = from == null && metadata.supportsAuthorizationResponseIssuerParam();
    if (missing || from != null && !from.equals(issuer.getValue())) {
      throw SocialRefusals.failed(this, "the answer is not from this issuer");
    }
  }

  private static UserInfo claims(IDTokenClaimsSet token) throws ParseException {
    return new UserInfo(token.toJWTClaimsSet());
  }

  private static Identity identity(String subject, UserInfo person) {
    String email = person.getEmailAddress();
    String name = person.getName();
    return new Identity(
        subject,
        email == null ? Optional.empty() : EmailAddress.parse(email),
        Boolean.TRUE.equals(person.getEmailVerified()),
        name == null ? Optional.empty() : PersonName.parse(name));
  }
}
