package parley.wire.sdp;

import org.jspecify.annotations.Nullable;

/** Which way media flows, as its writer sees it (RFC 8866 §6.7). */
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /** The attribute's name. */
  public String text() {
    return switch (this) {
      case SENDRECV -> "sendrecv";
      case SENDONLY -> "sendonly";
      case RECVONLY -> "recvonly";
      case INACTIVE -> "inactive";
    };
  }

  /** Whether the writer sends. */
  public boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  /** Whether the writer receives. */
  public boolean receives() {
    return this == SENDRECV || this == RECVONLY;
  }

  static @Nullable Direction of(String text) {
    return switch (text) {
      case "sendrecv" -> SENDRECV;
      case "sendonly" -> SENDONLY;
      case "recvonly" -> RECVONLY;
      case "inactive" -> INACTIVE;
      default -> null;
    };
  }
}
