package parley.app.login.social;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider that answers every code with whatever id token a test makes. */
final class ForgingProvider {
  static final String CLIENT = "parley-forged";
  static final String SECRET = "a-secret-of-at-least-thirty-two-bytes-length";
  private static final JsonMapper JSON = new JsonMapper();

  final RSAKey key = rsa("its-own");
  final AtomicInteger documents = new AtomicInteger();
  final AtomicInteger keySets = new AtomicInteger();
  volatile String lastTokenRequest = "";
  private final HttpServer server;
  private volatile String idToken = "";

  ForgingProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::metadata);
    server.createContext("/keys", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The claims of a good id token for this nonce, changed by the test. */
  JWTClaimsSet claims(String nonce, UnaryOperator<JWTClaimsSet.Builder> change) {
    long now = System.currentTimeMillis();
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("forged-" + nonce)
                .audience(CLIENT)
                .issueTime(new Date(now))
                .expirationTime(new Date(now + 300_000))
                .claim("nonce", nonce)
                .claim(
                    "email",
                    "forged-"
                        + nonce.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "")
                        + "@example.org")
                .claim("email_verified", true)
                .claim("name", "Forged Person"))
        .build();
  }

  JWT signed(JWTClaimsSet claims, RSAKey by) {
    try {
      return sign(
          claims,
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
          new RSASSASigner(by));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWT sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws JOSEException {
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt;
  }

  void answers(JWT token) {
    idToken = token.serialize();
  }

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    server.stop(0);
  }

  private void metadata(HttpExchange exchange) throws IOException {
    documents.incrementAndGet();
    answer(
        exchange,
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + "/token",
            "jwks_uri",
            issuer() + "/keys",
            "response_types_supported",
            new String[] {"code"},
            "subject_types_supported",
            new String[] {"public"},
            "id_token_signing_alg_values_supported",
            new String[] {"RS256"}));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keySets.incrementAndGet();
    answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject());
  }

  private void token(HttpExchange exchange) throws IOException {
    lastTokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answer(
        exchange,
        Map.of("access_token", "x", "token_type", "Bearer", "expires_in", 60, "id_token", idToken));
  }

  private static void answer(HttpExchange exchange, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
