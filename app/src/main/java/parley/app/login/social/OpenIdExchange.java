package parley.app.login.social;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of a provider behind the browser's back: code for tokens, token for a person. */
final class OpenIdExchange {
  private final OIDCProviderMetadata metadata;
  private final ClientID client;
  private final @Nullable Secret secret;

  OpenIdExchange(OIDCProviderMetadata metadata, ClientID client, @Nullable Secret secret) {
    this.metadata = metadata;
    this.client = client;
    this.secret = secret;
  }

  /** The provider said no. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /** Core 1.0 §3.1.3, with the verifier of RFC 7636 §4.5. */
  OIDCTokens tokens(String code, CodeVerifier verifier, URI redirect)
      throws IOException, ParseException, Refused {
    var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), redirect, verifier);
    TokenResponse answer =
        OIDCTokenResponseParser.parse(ProviderHttp.send(request(grant).toHTTPRequest()));
    if (!(answer instanceof OIDCTokenResponse success)) {
      throw new Refused(words(answer));
    }
    OIDCTokens tokens = success.getOIDCTokens();
    if (tokens.getIDToken() == null) {
      throw new Refused("no id token");
    }
    return tokens;
  }

  /**
   * Core 1.0 §5.3; empty if the provider does not tell. Of another subject it is refused (§5.3.2).
   */
  Optional<UserInfo> userInfo(OIDCTokens tokens, Subject subject)
      throws IOException, ParseException, Refused {
    URI endpoint = metadata.getUserInfoEndpointURI();
    if (endpoint == null) {
      return Optional.empty();
    }
    var request = new UserInfoRequest(endpoint, tokens.getAccessToken());
    UserInfoResponse answer = UserInfoResponse.parse(ProviderHttp.send(request.toHTTPRequest()));
    if (!answer.indicatesSuccess() || answer.toSuccessResponse().getUserInfo() == null) {
      return Optional.empty();
    }
    UserInfo info = answer.toSuccessResponse().getUserInfo();
    if (!info.getSubject().equals(subject)) {
      throw new Refused("another subject in the user info");
    }
    return Optional.of(info);
  }

  private TokenRequest request(AuthorizationCodeGrant grant) {
    URI endpoint = metadata.getTokenEndpointURI();
    return secret == null
        ? new TokenRequest.Builder(endpoint, client, grant).build()
        : new TokenRequest.Builder(endpoint, proof(secret), grant).build();
  }

  private ClientAuthentication proof(Secret known) {
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(client, known) : new ClientSecretPost(client, known);
  }

  private static String words(TokenResponse answer) {
    ErrorObject error =
        answer.indicatesSuccess() ? null : answer.toErrorResponse().getErrorObject();
    return error == null ? "no tokens" : String.valueOf(error.getCode());
  }
}
