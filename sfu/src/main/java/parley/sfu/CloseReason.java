package parley.sfu;

/** Why a participant's transport ended by itself. */
public enum CloseReason {
  /** The other side said goodbye (DTLS close_notify). */
  CLOSED_BY_PEER,
  /** The DTLS handshake failed or its certificate was not the announced one. */
  HANDSHAKE_FAILED,
  /** It was never connected, or not heard of for too long. */
  TIMEOUT,
  /** We closed it. */
  CLOSED_BY_US
}
