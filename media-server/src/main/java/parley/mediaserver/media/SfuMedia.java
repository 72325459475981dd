package parley.mediaserver.media;

import java.time.Duration;
import java.util.List;
import parley.sfu.DtlsFingerprint;
import parley.sfu.IceCandidate;
import parley.sfu.Room;
import parley.sfu.RoomListener;
import parley.sfu.Sfu;
import parley.sfu.SfuStats;
import parley.sfu.Timer;

/** The real engine. */
public final class SfuMedia implements Media {
  private final Sfu sfu;

  public SfuMedia(Sfu sfu) {
    this.sfu = sfu;
  }

  @Override
  public MediaRoom createRoom(String name, RoomListener listener) {
    return new SfuRoom(sfu.createRoom(name, listener));
  }

  @Override
  public DtlsFingerprint fingerprint() {
    return sfu.fingerprint();
  }

  @Override
  public List<IceCandidate> candidates() {
    return sfu.candidates();
  }

  @Override
  public SfuStats stats() {
    return sfu.stats();
  }

  @Override
  public void close() {
    sfu.close();
  }

  private record SfuRoom(Room room) implements MediaRoom {
    @Override
    public void execute(Runnable deed) {
      room.execute(deed);
    }

    @Override
    public Timer schedule(Duration delay, Runnable deed) {
      return room.schedule(delay, deed);
    }

    @Override
    public long nanoTime() {
      return room.nanoTime();
    }

    @Override
    public MediaLeg add(String sid, MediaLegListener listener) {
      return new SfuLeg(room.add(sid, new SfuLegEvents(listener)));
    }

    @Override
    public void close() {
      room.close();
    }
  }
}
