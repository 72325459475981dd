package parley.sfu.transport.srtp;

import org.jspecify.annotations.Nullable;

/** The streams by SSRC: open addressing, nothing boxed, nothing ever removed. */
final class RtpStreams {
  private final int limit;
  private int[] ssrcs = new int[16];
  private @Nullable RtpStream[] streams = new RtpStream[16];
  private int size;

  RtpStreams(int limit) {
    this.limit = limit;
  }

  @Nullable RtpStream get(int ssrc) {
    return streams[slot(ssrc)];
  }

  boolean full() {
    return size >= limit;
  }

  void put(int ssrc, RtpStream stream) {
    if (2 * size >= ssrcs.length) {
      grow();
    }
    int slot = slot(ssrc);
    ssrcs[slot] = ssrc;
    streams[slot] = stream;
    size++;
  }

  /** Where the SSRC is, or the free place where it would be. */
  private int slot(int ssrc) {
    int mask = ssrcs.length - 1;
    int slot = ssrc * 0x9E3779B9 >>> 16 & mask;
    while (streams[slot] != null && ssrcs[slot] != ssrc) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldSsrcs = ssrcs;
    @Nullable RtpStream[] old = streams;
    ssrcs = new int[2 * oldSsrcs.length];
    streams = new RtpStream[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      RtpStream stream = old[i];
      if (stream != null) {
        int slot = slot(oldSsrcs[i]);
        ssrcs[slot] = oldSsrcs[i];
        streams[slot] = stream;
      }
    }
  }
}
