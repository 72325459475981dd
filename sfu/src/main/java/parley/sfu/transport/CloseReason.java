package parley.sfu.transport;

/** Why a transport ended without being told to. */
public enum CloseReason {
  /** The other side said goodbye (DTLS close_notify). */
  PEER_CLOSED,
  /** The other side's certificate is not the one it had announced. No key was used. */
  WRONG_FINGERPRINT,
  /** DTLS did not succeed. */
  HANDSHAKE_FAILED,
  /** The media port was closed. */
  PORT_CLOSED,
}
