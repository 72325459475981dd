package parley.app.login.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** Id tokens that are not what they say, and how a provider is asked. */
@ParleyTest
class ForgedTokensModuleTest {
  private static final ForgingProvider provider = new ForgingProvider();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry settings) {
    settings.add("parley.login.providers.forged.issuer", provider::issuer);
    settings.add("parley.login.providers.forged.client-id", () -> ForgingProvider.CLIENT);
    settings.add("parley.login.providers.forged.client-secret", () -> ForgingProvider.SECRET);
    // Nobody listens there.
    settings.add("parley.login.providers.silent.issuer", () -> "http://localhost:9");
    settings.add("parley.login.providers.silent.client-id", () -> "parley");
  }

  @AfterAll
  static void stop() {
    provider.stop();
  }

  @Test
  void anHonestTokenIsTaken() {
    assertThat(logIn(claims -> provider.signed(claims, provider.key)).status()).isEqualTo(201);
    assertThat(provider.lastTokenRequest).contains("code_verifier=");
  }

  @Test
  void withoutASignature() {
    refused(logIn(PlainJWT::new));
  }

  @Test
  void byAKeyThatIsNotTheProviders() {
    RSAKey foreign = ForgingProvider.rsa("foreign");
    refused(logIn(claims -> provider.signed(claims, foreign)));
  }

  @Test
  void byTheProvidersPublicKeyTakenForASecret() throws Exception {
    byte[] known = provider.key.toRSAPublicKey().getEncoded();
    refused(logIn(claims -> mac(claims, known)));
  }

  @Test
  void byTheSecretOfThisClient() {
    refused(
        logIn(claims ->
            mac(claims, ForgingProvider.SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  @Test
  void withAKeyThatItBringsItself() {
    RSAKey own = ForgingProvider.rsa("own");
    refused(
        logIn(claims -> {
          try {
            var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("../../../../dev/null")
                    .jwk(own.toPublicJWK())
                    .jwkURL(URI.create("http://localhost:9/keys"))
                    .build();
            return provider.sign(claims, header, new RSASSASigner(own));
          } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
          }
        }));
  }

  @Test
  void forAnotherClient() {
    refused(with(token -> token.audience("somebody-else")));
  }

  @Test
  void ofAnotherIssuer() {
    refused(with(token -> token.issuer("https://accounts.example")));
  }

  @Test
  void thatHasExpired() {
    refused(with(token -> token.expirationTime(new Date(System.currentTimeMillis() - 600_000))));
  }

  @Test
  void ofAnotherLogIn() {
    refused(with(token -> token.claim("nonce", "another")));
    refused(with(token -> token.claim("nonce", null)));
  }

  @Test
  void aProviderIsAskedForItselfAndItsKeysOnce() {
    logIn(claims -> provider.signed(claims, provider.key));
    int documents = provider.documents.get();
    int keySets = provider.keySets.get();
    for (int i = 0; i < 5; i++) {
      assertThat(logIn(claims -> provider.signed(claims, provider.key)).status()).isEqualTo(201);
    }
    assertThat(provider.documents.get()).isEqualTo(documents);
    assertThat(provider.keySets.get()).isEqualTo(keySets);
  }

  @Test
  void aProviderThatIsSilentIsSaidToBe() {
    Answer answer = new Visitor(port).post("/api/v1/social-logins/silent", Map.of());
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("provider_unreachable");
  }

  private static JWT mac(JWTClaimsSet claims, byte[] secret) {
    try {
      return provider.sign(
          claims, new JWSHeader.Builder(JWSAlgorithm.HS256).build(), new MACSigner(secret));
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer with(UnaryOperator<JWTClaimsSet.Builder> change) {
    return logIn(change, claims -> provider.signed(claims, provider.key));
  }

  private Answer logIn(Function<JWTClaimsSet, JWT> token) {
    return logIn(claims -> claims, token);
  }

  private Answer logIn(
      UnaryOperator<JWTClaimsSet.Builder> change, Function<JWTClaimsSet, JWT> token) {
    Visitor visitor = new Visitor(port);
    String away =
        visitor.post("/api/v1/social-logins/forged", Map.of()).json().path("url").asString();
    Map<String, String> query = SocialLoginModuleTest.query(URI.create(away));
    provider.answers(token.apply(provider.claims(query.get("nonce"), change)));
    return visitor.post(
        "/api/v1/social-logins/forged/answer", Map.of("code", "any", "state", query.get("state")));
  }

  private void refused(Answer answer) {
    assertThat(answer.code()).as(answer.json().toString()).isEqualTo("social_login_failed");
    assertThat(answer.status()).isEqualTo(403);
  }
}
