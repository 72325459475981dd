package parley.app.login.social;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Hmac;
import parley.app.users.EmailAddress;
import parley.app.users.PersonName;

/**
 * Facebook, which speaks OAuth 2.0 and no OpenID Connect to web sites: the person is asked of its
 * Graph API. It does not say whether an address is verified, so none counts as that.
 */
final class FacebookProvider implements Provider {
  private static final String VERSION = "/v23.0";
  private static final Scope SCOPE = new Scope("email", "public_profile");

  private final String name;
  private final String pages;
  private final String graph;
  private final ClientID client;
  private final String secret;

  /**
   * @param base where pages and API are; null: Facebook's own addresses
   */
  FacebookProvider(String name, @Nullable String base, String clientId, String secret) {
    this.name = name;
    this.pages = (base == null ? "https://www.facebook.com" : base) + VERSION;
    this.graph = (base == null ? "https://graph.facebook.com" : base) + VERSION;
    this.client = new ClientID(clientId);
    this.secret = secret;
  }

  @Override
  public String id() {
    return Providers.FACEBOOK;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI authorize(Attempt attempt, URI redirect) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, client)
        .endpointURI(URI.create(pages + "/dialog/oauth"))
        .redirectionURI(redirect)
        .scope(SCOPE)
        .state(new State(attempt.state().value()))
        .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public Identity identify(String code, @Nullable String issuer, Attempt attempt, URI redirect) {
    try {
      return person(accessToken(code, attempt, redirect));
    } catch (IOException | GeneralException notThere) {
      throw SocialRefusals.unreachable(this, notThere);
    }
  }

  private String accessToken(String code, Attempt attempt, URI redirect)
      throws IOException, ParseException {
    var grant =
        new AuthorizationCodeGrant(new AuthorizationCode(code), redirect, attempt.verifier());
    TokenRequest request =
        new TokenRequest.Builder(
                URI.create(graph + "/oauth/access_token"),
                new ClientSecretPost(client, new Secret(secret)),
                grant)
            .build();
    TokenResponse answer = TokenResponse.parse(ProviderHttp.send(request.toHTTPRequest()));
    if (!(answer instanceof AccessTokenResponse success)) {
      throw SocialRefusals.failed(this, "no token");
    }
    return success.getTokens().getAccessToken().getValue();
  }

  private Identity person(String token) throws IOException, ParseException {
    URI me = URI.create(graph + "/me?fields=id,name,email&appsecret_proof=" + proof(token));
    var request = new HTTPRequest(HTTPRequest.Method.GET, me);
    request.setAuthorization("Bearer " + token);
    HTTPResponse answer = ProviderHttp.send(request);
    if (!answer.indicatesSuccess()) {
      throw SocialRefusals.failed(this, "the person is not told");
    }
    Map<String, Object> told = JSONObjectUtils.parse(answer.getBody());
    String subject = text(told, "id").orElse("");
    if (subject.isEmpty()) {
      throw SocialRefusals.failed(this, "the person has no id");
    }
    return new Identity(
        subject,
        text(told, "email").flatMap(EmailAddress::parse),
        false,
        text(told, "name").flatMap(PersonName::parse));
  }

  // Shows that the token is used by whom it was given to (Graph API, "Securing requests").
  private String proof(String token) {
    return HexFormat.of().formatHex(new Hmac(secret.getBytes(StandardCharsets.UTF_8)).sign(token));
  }

  private static Optional<String> text(Map<String, Object> told, String field) {
    return told.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
