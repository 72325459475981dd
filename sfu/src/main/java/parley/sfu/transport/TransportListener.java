package parley.sfu.transport;

import parley.sfu.packet.PacketBuffer;

/** What a {@link Transport} tells its owner; always on the transport's loop. */
public interface TransportListener {
  /** Keys are there: media flows both ways. Once. */
  void connected();

  /** A decrypted RTP packet, never a replay. The listener owns the buffer and releases it. */
  void rtp(PacketBuffer packet);

  /** A decrypted RTCP compound. The listener owns the buffer and releases it. */
  void rtcp(PacketBuffer compound);

  /**
   * Nothing authentic was heard for a while; sending stops until {@link #alive}.
   *
   * @param nanos since the last sign of life
   */
  void silent(long nanos);

  /** Heard again after {@link #silent}. */
  void alive();

  /**
   * The transport ended by itself. At most once, the last call, and never after {@link
   * Transport#close}.
   */
  void closed(CloseReason reason);
}
