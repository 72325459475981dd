package parley.sfu.feedback;

import java.nio.ByteBuffer;

/** The way out for RTCP compounds. */
@FunctionalInterface
public interface RtcpOut {
  /** Sends the bytes between position and limit; they are copied. */
  void send(ByteBuffer compound);
}
