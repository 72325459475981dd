package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import livekit.LivekitRtc.ConnectionSettings;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.WrappedJoinRequest;
import org.junit.jupiter.api.Test;
import parley.mediaserver.SignalAnswer.Accepted;
import parley.mediaserver.SignalAnswer.Refused;

class AdmissionTest {
  private static final JoinRequest JOIN =
      JoinRequest.newBuilder()
          .setConnectionSettings(ConnectionSettings.newBuilder().setAutoSubscribe(true))
          .build();

  private final TestServer test = new TestServer();
  private final Map<String, String> query = new HashMap<>();

  AdmissionTest() {
    query.put("access_token", test.token("anna", Grants.standard()));
    query.put("join_request", TestClient.parameter(JOIN));
  }

  @Test
  void admitsAGoodRequest() {
    assertThat(upgrade("/rtc/v1")).isInstanceOf(Accepted.class);
    assertThat(upgrade("//rtc/v1")).isInstanceOf(Accepted.class);
    assertThat(validate("/rtc/v1/validate")).isEqualTo(new Refused(200, "success"));
    assertThat(validate("//rtc/v1/validate")).isEqualTo(new Refused(200, "success"));
  }

  @Test
  void knowsOnlyTheSingleConnection() {
    assertThat(upgrade("/rtc")).isEqualTo(new Refused(404, ""));
    assertThat(upgrade("/rtc/v2")).isEqualTo(new Refused(404, ""));
    assertThat(validate("/rtc/validate")).isEqualTo(new Refused(404, ""));
  }

  @Test
  void takesTheTokenFromTheHeader() {
    String token = String.valueOf(query.remove("access_token"));
    assertThat(upgradeWith("Bearer " + token)).isInstanceOf(Accepted.class);
    assertThat(upgradeWith(token))
        .isEqualTo(new Refused(401, "invalid authorization header. Must start with Bearer "));
  }

  @Test
  void refusesWithoutAToken() {
    query.remove("access_token");
    refused(401, "no permissions to access the room");
  }

  @Test
  void refusesABrokenToken() {
    query.put("access_token", "not a JWT");
    refused(401, "invalid authorization token");
  }

  @Test
  void anExpiredTokenIsRefusedAfterTheLeeway() {
    test.advance(Duration.ofMinutes(10));
    assertThat(upgrade("/rtc/v1")).isInstanceOf(Accepted.class);
    test.advance(Duration.ofSeconds(61));
    refused(401, "invalid token: token is expired");
  }

  @Test
  void refusesLongNames() {
    query.put("access_token", test.token("i".repeat(300), Grants.standard()));
    refused(400, "participant identity length exceeds limits: max length 256");
  }

  @Test
  void refusesAMissingOrUndecodableJoinRequest() {
    String good = String.valueOf(query.get("join_request"));
    query.remove("join_request");
    refused(400, "join_request is required");
    query.put("join_request", "%%%%");
    refused(400, "cannot base64 decode wrapped join request");
    query.put("join_request", good.replace("=", "") + "A");
    refused(400, "cannot base64 decode wrapped join request");
    query.put("join_request", base64(new byte[] {8, 1, 18, 4, 1, 2, 3, 4}));
    refused(400, "cannot read decompressed join request");
    query.put("join_request", base64(new byte[] {(byte) 0xFF, 1, 2}));
    refused(400, "cannot unmarshal wrapped join request");
    query.put("join_request", base64(new byte[0]));
    refused(400, "join_request is required");
  }

  @Test
  void takesEitherAlphabet() {
    String url = TestClient.parameter(JoinRequest.newBuilder().setMetadata("??>>~~").build());
    query.put("join_request", url.replace('-', '+').replace('_', '/'));
    refused(401, "no permissions to access the room");
  }

  @Test
  void inflatesOnlySoMuch() throws IOException {
    query.put("join_request", gzipped(JOIN.toByteArray()));
    assertThat(upgrade("/rtc/v1")).isInstanceOf(Accepted.class);
    query.put("join_request", gzipped(new byte[64 * 1024 * 1024]));
    refused(400, "join request is too large");
  }

  @Test
  void attributesInTheJoinNeedTheGrant() {
    query.put(
        "join_request",
        TestClient.parameter(JoinRequest.newBuilder().putParticipantAttributes("a", "b").build()));
    refused(401, "no permissions to access the room");
  }

  @Test
  void aMissingRoomIsNotMadeWhereThatIsOff() {
    TestServer closed = new TestServer(false);
    query.put("access_token", closed.token("anna", Grants.standard()));
    assertThat(closed.server.admit(request("/rtc/v1")))
        .isEqualTo(new Refused(404, "requested room does not exist"));
    closed.server.ensureRoom("demo", RoomOptions.standard());
    assertThat(closed.server.admit(request("/rtc/v1"))).isInstanceOf(Accepted.class);
  }

  @Test
  void tokensOfTheRemovedAreRefusedUntilNewOnesAreMade() {
    var ignored = test.server.removeParticipant("demo", "anna");
    refused(401, "token is no longer valid");
    test.advance(Duration.ofSeconds(1));
    query.put("access_token", test.token("anna", Grants.standard()));
    assertThat(upgrade("/rtc/v1")).isInstanceOf(Accepted.class);
  }

  @Test
  void tokensOfADeletedRoomAreRefused() {
    var ignored = test.server.deleteRoom("demo");
    refused(401, "token is no longer valid");
  }

  @Test
  void aRoomTakesNoMoreThanItsLimit() {
    TestServer full = new TestServer();
    full.server.ensureRoom(
        "demo", new RoomOptions(1, Duration.ofMinutes(5), Duration.ofSeconds(20), ""));
    full.client("ben").join(null);
    query.put("access_token", full.token("anna", Grants.standard()));
    assertThat(full.server.admit(request("/rtc/v1"))).isEqualTo(new Refused(503, "room is full"));
    query.put("access_token", full.token("ben", Grants.standard()));
    assertThat(full.server.admit(request("/rtc/v1"))).isInstanceOf(Accepted.class);
  }

  private void refused(int status, String text) {
    assertThat(upgrade("/rtc/v1")).isEqualTo(new Refused(status, text));
    assertThat(validate("/rtc/v1/validate")).isEqualTo(new Refused(status, text));
  }

  private SignalAnswer upgrade(String path) {
    return test.server.admit(request(path));
  }

  private SignalAnswer upgradeWith(String authorization) {
    return test.server.admit(new SignalRequest("/rtc/v1", query, authorization));
  }

  private SignalAnswer validate(String path) {
    return test.server.validate(request(path));
  }

  private SignalRequest request(String path) {
    return new SignalRequest(path, query, null);
  }

  private static String gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return base64(
        WrappedJoinRequest.newBuilder()
            .setCompression(WrappedJoinRequest.Compression.GZIP)
            .setJoinRequest(ByteString.copyFrom(out.toByteArray()))
            .build()
            .toByteArray());
  }

  private static String base64(byte[] bytes) {
    return bytes.length == 0 ? "" : Base64.getUrlEncoder().encodeToString(bytes);
  }
}
