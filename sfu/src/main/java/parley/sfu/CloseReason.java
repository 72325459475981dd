package parley.sfu;

/** Why a participant's transport ended by itself. */
public enum CloseReason {
  /** The other side said goodbye (DTLS close_notify). */
  PEER_CLOSED,
  /** The other side's certificate was not the announced one. */
  WRONG_FINGERPRINT,
  /** The DTLS handshake failed. */
  HANDSHAKE_FAILED,
  /** The server's media port was closed. */
  PORT_CLOSED
}
