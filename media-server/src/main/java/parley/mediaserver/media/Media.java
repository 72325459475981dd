package parley.mediaserver.media;

import java.util.List;
import parley.sfu.DtlsFingerprint;
import parley.sfu.IceCandidate;
import parley.sfu.RoomListener;
import parley.sfu.SfuStats;

/** The engine. Any thread. */
public interface Media extends AutoCloseable {
  MediaRoom createRoom(String name, RoomListener listener);

  DtlsFingerprint fingerprint();

  List<IceCandidate> candidates();

  SfuStats stats();

  @Override
  void close();
}
