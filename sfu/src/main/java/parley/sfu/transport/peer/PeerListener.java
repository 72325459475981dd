package parley.sfu.transport.peer;

import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.CloseReason;

/** What a {@link Peer} tells; always on its loop. */
public interface PeerListener {
  /** Keys are there. Once. */
  void connected();

  /** A decrypted RTP packet, to be released. */
  void rtp(PacketBuffer packet);

  /** A decrypted RTCP compound, to be released. */
  void rtcp(PacketBuffer compound);

  /** The connection ended by itself. At most once. */
  void closed(CloseReason reason);
}
