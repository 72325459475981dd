package parley.sfu.transport.dtls;

import org.jspecify.annotations.Nullable;

/** What one handshake, of either side, came to. */
interface Handshake {
  /** The keys, once it is complete. */
  @Nullable DtlsKeys keys();

  /** Whether close_notify came. */
  boolean peerSaidGoodbye();
}
