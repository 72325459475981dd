package parley.app.notifications.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.SecretKeys;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** With the settings as delivered. */
@ParleyTest
class PushDangersModuleTest {
  @LocalServerPort int port;
  @Autowired PushGateway gateway;
  @Autowired PushKeyRepository keyRows;
  @Autowired SecretKeys secretKeys;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  /** Danger 1. */
  @Test
  void noAddressInsideIsConnectedTo() throws Exception {
    try (var canary = new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0"))) {
      AtomicInteger touched = watch(canary);
      for (String host :
          List.of(
              "127.0.0.1",
              "localhost",
              "0.0.0.0",
              "[::1]",
              "[::]",
              "[::ffff:127.0.0.1]",
              "2130706433",
              "0x7f000001",
              "017700000001",
              "127.1",
              "169.254.169.254",
              "10.0.0.1")) {
        URI endpoint = URI.create("https://" + host + ":" + canary.getLocalPort() + "/push");
        var note = new PushNote("{}", false, Optional.empty());
        assertThatExceptionOfType(IOException.class)
            .as(host)
            .isThrownBy(() -> gateway.send(endpoint, new byte[] {1}, note, Duration.ofSeconds(10)));
      }
      assertThat(touched).hasValue(0);
    }
  }

  /** What is never pushed to is not taken either. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[fd12:3456::1]",
        "[fe80::1]",
        "[64:ff9b::7f00:1]",
        "2130706433",
        "127.1",
        "169.254.169.254",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1"
      })
  void noAddressInsideIsTakenForADevice(String host) {
    Visitor visitor = new Visitor(port).signUp("push" + System.nanoTime() + "@example.org");
    Answer answer =
        visitor.post(
            "/api/v1/notifications/devices",
            new TestBrowser().subscription("https://" + host + "/push/1"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("endpoint");
    assertThat(visitor.get("/api/v1/notifications/devices").json().path("items")).isEmpty();
  }

  @Test
  void onlyHttpsIsAnEndpoint() {
    assertThatExceptionOfType(parley.app.shared.Refusal.class)
        .isThrownBy(() -> gateway.endpoint("http://push.example.org/x"));
    assertThat(gateway.endpoint("https://push.example.org/x"))
        .hasToString("https://push.example.org/x");
  }

  @Test
  void allNodesHaveTheSameKeysAndTheySurviveARestart() throws Exception {
    jdbc.sql("DELETE FROM push_keys").update();
    KeyPair first = new PushKeys(keyRows, secretKeys, clock).pair();
    KeyPair second = new PushKeys(keyRows, secretKeys, clock).pair();
    assertThat(second.getPublic()).isEqualTo(first.getPublic());
    assertThat(second.getPrivate()).isEqualTo(first.getPrivate());
    byte[] kept = jdbc.sql("SELECT sealed_private_key FROM push_keys").query(byte[].class).single();
    assertThat(java.util.HexFormat.of().formatHex(kept))
        .doesNotContain(java.util.HexFormat.of().formatHex(first.getPrivate().getEncoded()));
  }

  /** A node with a wrong secret may not take the devices from all the others. */
  @Test
  void anotherSecretStopsTheStartAndTouchesNothing() {
    byte[] before = row();
    var wrong = new PushKeys(keyRows, purpose -> new byte[32], clock);
    assertThatIllegalStateException()
        .isThrownBy(wrong::afterSingletonsInstantiated)
        .withMessageContaining("parley.secret-key");
    assertThat(row()).isEqualTo(before);
  }

  private byte[] row() {
    new PushKeys(keyRows, secretKeys, clock).pair();
    return jdbc.sql("SELECT sealed_private_key FROM push_keys").query(byte[].class).single();
  }

  private static AtomicInteger watch(ServerSocket canary) {
    AtomicInteger touched = new AtomicInteger();
    Thread.startVirtualThread(() -> {
      while (!canary.isClosed()) {
        try {
          canary.accept().close();
          touched.incrementAndGet();
        } catch (IOException closed) {
          return;
        }
      }
    });
    return touched;
  }
}
