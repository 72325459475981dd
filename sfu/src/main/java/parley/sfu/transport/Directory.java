package parley.sfu.transport;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who is who on the whole port: username fragments, and the tables of addresses of all loops. Any
 * thread.
 */
final class Directory {
  private final Map<String, SecureTransport> byUfrag = new ConcurrentHashMap<>();
  private final List<DatagramDemux> demuxes = new CopyOnWriteArrayList<>();

  void add(DatagramDemux demux) {
    demuxes.add(demux);
  }

  /** False if somebody else has the fragment. */
  boolean register(String ufrag, SecureTransport transport) {
    return byUfrag.putIfAbsent(ufrag, transport) == null;
  }

  void unregister(String ufrag) {
    byUfrag.remove(ufrag);
  }

  @Nullable SecureTransport named(String ufrag) {
    return byUfrag.get(ufrag);
  }

  /** Tells every loop whose an address is now. On the transport's loop, which knows it at once. */
  void opened(KnownAddress known) {
    for (DatagramDemux demux : demuxes) {
      demux.loop().executeNow(() -> demux.opened(known));
    }
  }

  /** Tells every loop that an address is nobody's. */
  void closed(KnownAddress known) {
    for (DatagramDemux demux : demuxes) {
      demux.loop().executeNow(() -> demux.closed(known));
    }
  }
}
