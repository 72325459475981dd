package parley.mediaserver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.media.Media;
import parley.mediaserver.media.MediaDelivery;
import parley.mediaserver.media.MediaLeg;
import parley.mediaserver.media.MediaLegListener;
import parley.mediaserver.media.MediaRoom;
import parley.mediaserver.media.MediaTrack;
import parley.sfu.DtlsFingerprint;
import parley.sfu.IceCandidate;
import parley.sfu.IceCredentials;
import parley.sfu.LeaveReason;
import parley.sfu.RemoteTransport;
import parley.sfu.RoomListener;
import parley.sfu.RtpParameters;
import parley.sfu.SfuStats;
import parley.sfu.SubscribeSpec;
import parley.sfu.Timer;
import parley.sfu.TrackSpec;
import parley.sfu.packet.Layer;

/** A media engine without media: notes what it is told, and lets a test say what happens. */
final class FakeMedia implements Media {
  private final TestTime time;
  final Map<String, Leg> legs = new LinkedHashMap<>();
  final List<RoomListener> rooms = new ArrayList<>();

  FakeMedia(TestTime time) {
    this.time = time;
  }

  /** Whether nobody can be added. */
  boolean failing;

  @Override
  public MediaRoom createRoom(String name, RoomListener listener) {
    rooms.add(listener);
    return new RoomThread();
  }

  @Override
  public DtlsFingerprint fingerprint() {
    return new DtlsFingerprint("sha-256", new byte[32]);
  }

  @Override
  public List<IceCandidate> candidates() {
    return List.of(
        new IceCandidate("1", "udp", 2130706431L, "192.0.2.1", 7882),
        new IceCandidate("2", "tcp", 1671430143L, "192.0.2.1", 7881));
  }

  @Override
  public SfuStats stats() {
    return new SfuStats(0, 0, Map.of());
  }

  @Override
  public void close() {}

  /** Runs deeds one after another on the calling thread. */
  final class RoomThread implements MediaRoom {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable deed) {
      waiting.add(deed);
      if (running) {
        return;
      }
      running = true;
      while (!waiting.isEmpty()) {
        waiting.poll().run();
      }
      running = false;
    }

    @Override
    public Timer schedule(Duration delay, Runnable deed) {
      return time.schedule(delay, () -> execute(deed));
    }

    @Override
    public long nanoTime() {
      return time.nanos();
    }

    @Override
    public MediaLeg add(String sid, MediaLegListener listener) {
      if (failing) {
        throw new IllegalStateException("no\nmedia");
      }
      Leg leg = new Leg(listener);
      legs.put(sid, leg);
      return leg;
    }

    @Override
    public void close() {}
  }

  /** A participant's media. */
  final class Leg implements MediaLeg {
    final MediaLegListener listener;
    final Map<String, Track> tracks = new LinkedHashMap<>();
    final List<Delivery> deliveries = new ArrayList<>();
    int iceGeneration;
    long heardNanos = time.nanos();
    boolean mayPublish = true;
    boolean failsToPublish;
    @Nullable RemoteTransport remote;
    @Nullable RtpParameters parameters;
    @Nullable LeaveReason removed;

    Leg(MediaLegListener listener) {
      this.listener = listener;
    }

    /** Media comes from it now. */
    void heard() {
      heardNanos = time.nanos();
    }

    @Override
    public IceCredentials local() {
      return new IceCredentials("ufrag" + iceGeneration, "password-of-twenty-two-letters");
    }

    @Override
    public void connect(RemoteTransport transport) {
      remote = transport;
    }

    @Override
    public void restartIce() {
      iceGeneration++;
    }

    @Override
    public long lastHeardNanos() {
      return heardNanos;
    }

    @Override
    public void receiveParameters(RtpParameters agreed) {
      parameters = agreed;
    }

    @Override
    public MediaTrack publish(TrackSpec spec) {
      if (failsToPublish) {
        throw new IllegalStateException("no\nmedia");
      }
      Track track = new Track(spec);
      tracks.put(spec.sid(), track);
      return track;
    }

    @Override
    public void allowPublish(boolean allowed) {
      mayPublish = allowed;
    }

    @Override
    public MediaDelivery subscribe(MediaTrack track, SubscribeSpec spec) {
      Delivery delivery = new Delivery(track.sid(), spec);
      deliveries.add(delivery);
      return delivery;
    }

    @Override
    public void remove(LeaveReason reason) {
      removed = reason;
    }
  }

  static final class Track implements MediaTrack {
    final TrackSpec spec;
    boolean muted;
    boolean ended;

    Track(TrackSpec spec) {
      this.spec = spec;
    }

    @Override
    public String sid() {
      return spec.sid();
    }

    @Override
    public void muted(boolean now) {
      muted = now;
    }

    @Override
    public void unpublish() {
      ended = true;
    }
  }

  static final class Delivery implements MediaDelivery {
    final String trackSid;
    final SubscribeSpec spec;
    Layer target = Layer.HIGH;
    boolean paused;
    boolean ended;

    Delivery(String trackSid, SubscribeSpec spec) {
      this.trackSid = trackSid;
      this.spec = spec;
    }

    @Override
    public void targetLayer(Layer max) {
      target = max;
    }

    @Override
    public void pause() {
      paused = true;
    }

    @Override
    public void resume() {
      paused = false;
    }

    @Override
    public void unsubscribe() {
      ended = true;
    }
  }
}
