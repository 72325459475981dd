package parley.sfu.packet;

/** Why a packet ended in the server. Every drop is counted under exactly one of these. */
public enum DropReason {
  // transport, coming in
  /** The first byte belongs to no protocol of RFC 7983, or the datagram is empty or too long. */
  UNKNOWN_DATAGRAM,
  /** DTLS or SRTP from an address without an authenticated connectivity check. */
  UNKNOWN_ADDRESS,
  /** Not a STUN message, although the first byte says so. */
  STUN_MALFORMED,
  /** A STUN message other than a Binding request. */
  STUN_UNEXPECTED,
  /** A check for a username fragment that nobody has. */
  STUN_UNKNOWN_USERNAME,
  /** A check whose MESSAGE-INTEGRITY or FINGERPRINT is wrong or missing. */
  STUN_FORGED,
  /** An authentic check that had come from another address before. */
  STUN_REPLAYED,
  /** A check from an address that another transport is using. */
  ADDRESS_TAKEN,
  /** DTLS before the remote fingerprint is known, or after the end. */
  DTLS_NOT_READY,
  /** More DTLS datagrams than the handshake takes. */
  DTLS_QUEUE_FULL,
  /** As many handshakes are under way as are allowed. */
  DTLS_BUSY,
  /** SRTP before the keys are there. */
  SRTP_NOT_READY,
  /** An RTP or RTCP header that is none. */
  RTP_MALFORMED,
  /** SRTP or SRTCP whose tag is wrong. */
  SRTP_FORGED,
  /** SRTP or SRTCP that came before, or is older than the replay window. */
  SRTP_REPLAYED,
  /** More SSRCs on one transport than are remembered. */
  SRTP_TOO_MANY_STREAMS,
  /** A TCP frame that is too long, or a TCP peer that did not authenticate in time. */
  TCP_REFUSED,
  /** The loop that owns the transport has too much waiting. */
  LOOP_BUSY,

  // transport, going out
  /** To a transport that is not connected. */
  SEND_NOT_CONNECTED,
  /** To an address that has been silent for too long (RFC 7675). */
  SEND_NO_CONSENT,
  /** The socket or the TCP connection takes no more. */
  SEND_BUFFER_FULL,
  /** The operating system or the cipher refused it. */
  SEND_FAILED,

  // receive
  /** Its SSRC belongs to no published track, and no MID and RID tells one. */
  UNKNOWN_STREAM,
  /** A payload type that was not negotiated. */
  UNKNOWN_PAYLOAD_TYPE,
  /** Padding in retransmission format, sent to probe the path. */
  RTX_PADDING,
  /** A retransmission whose original belongs to no known payload type or stream. */
  RTX_UNKNOWN,
  /** The packet came already, as itself or by retransmission. */
  DUPLICATE,
  /** Too far behind its stream. */
  TOO_OLD,
  /** Too far ahead of its stream; believed when the next one follows it. */
  SEQUENCE_JUMP,
  /** More packets than any honest participant sends. */
  TOO_MANY_PACKETS,
  /** More bits of that kind of track than a participant may send. */
  TOO_MANY_BITS,
  /** More RTCP than any honest participant sends. */
  TOO_MUCH_RTCP,
  /** The participant may not publish. */
  NOT_ALLOWED,
  /** The track is muted. */
  MUTED,
  /** An RTCP packet that is none; what stood before it in the compound was used. */
  RTCP_MALFORMED,

  // forward, per receiver
  /** The receiver paused the track, or is not connected. */
  PAUSED,
  /** The receiver gets another layer, or waits for a keyframe. */
  LAYER_NOT_SELECTED,
  /** Padding only; the numbering closes over it. */
  PADDING_ONLY,
  /** The receiver did not negotiate this codec. */
  CODEC_NOT_NEGOTIATED,

  // send, retransmissions
  /** Asked for a packet that is not there any more, or never was. */
  RETRANSMISSION_UNKNOWN,
  /** Asked again too soon, too often, or beyond the share of the stream. */
  RETRANSMISSION_LIMIT,

  // everywhere
  /** No buffer is left, or the room holds too many of them. */
  POOL_EMPTY,
  /** An exception while the packet was handled; it was logged. */
  FAILURE,
}
