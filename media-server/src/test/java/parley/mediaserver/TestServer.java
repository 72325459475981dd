package parley.mediaserver;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.sfu.SfuConfig;

/** A media server over {@link FakeMedia} with a clock to advance and a list of what it told. */
final class TestServer implements MediaServerListener {
  static final String KEY = "key";
  static final String SECRET = "a secret of at least thirty-two bytes";

  final TestTime time = new TestTime();
  final FakeMedia media = new FakeMedia(time);
  final List<String> events = new ArrayList<>();
  final AccessTokens tokens = new AccessTokens(KEY, SECRET, time);
  final MediaServer server;

  TestServer() {
    this(true);
  }

  TestServer(boolean autoCreateRooms) {
    MediaServerConfig config =
        new MediaServerConfig(
            new SfuConfig(0, 0, List.<InetAddress>of(), 0, Duration.ofSeconds(8)),
            KEY,
            SECRET,
            Lifetimes.standard(),
            autoCreateRooms);
    server = MediaServer.start(config, media, this, time, Runnable::run);
  }

  TestClient client(String identity) {
    return new TestClient(this, identity, Grants.standard());
  }

  TestClient client(String identity, Grants grants) {
    return new TestClient(this, identity, grants);
  }

  String token(String identity, Grants grants) {
    return tokens.mint(
        new AccessToken(identity, "demo", identity.toUpperCase(Locale.ROOT), "", Map.of(), grants),
        Duration.ofMinutes(10));
  }

  void advance(Duration by) {
    time.advance(by);
  }

  private void note(String text) {
    events.add(text);
  }

  @Override
  public void roomStarted(String room, Instant at) {
    note("started " + room);
  }

  @Override
  public void roomFinished(String room, Instant at) {
    note("finished " + room);
  }

  @Override
  public void participantJoined(String room, String identity, String sid, Instant at) {
    note("joined " + identity);
  }

  @Override
  public void participantLeft(
      String room, String identity, String sid, Instant lastSignOfLife, LeaveReason reason) {
    Duration ago = Duration.between(lastSignOfLife, time.instant());
    note("left " + identity + " " + reason + " " + ago.toSeconds());
  }

  @Override
  public void participantAborted(
      String room, String identity, String sid, Instant at, LeaveReason reason) {
    note("aborted " + identity + " " + reason);
  }

  @Override
  public void trackPublished(
      String room, String identity, String sid, TrackFacts track, Instant at) {
    note("published " + identity + " " + track.source() + (track.muted() ? " muted" : ""));
  }

  @Override
  public void trackMuted(String room, String identity, String sid, TrackFacts track, Instant at) {
    note((track.muted() ? "muted " : "unmuted ") + identity + " " + track.source());
  }

  @Override
  public void trackUnpublished(
      String room, String identity, String sid, TrackFacts track, Instant at) {
    note("unpublished " + identity + " " + track.source());
  }
}
