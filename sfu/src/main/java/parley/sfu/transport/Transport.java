package parley.sfu.transport;

import java.nio.ByteBuffer;
import parley.sfu.packet.PacketBuffer;

/**
 * One ICE + DTLS + SRTP connection of a participant: the ICE-lite, DTLS-passive side. Every method
 * on its loop.
 */
public interface Transport extends AutoCloseable {
  /** Our ICE username fragment, for the SDP. */
  String localUfrag();

  /** Our ICE password, for the SDP. */
  String localPwd();

  /**
   * Tells what the other side's SDP says. No handshake begins before. The fingerprint counts until
   * the handshake is done; credentials may change with an ICE restart.
   *
   * @param fingerprintAlgorithm as in SDP: {@code sha-256}, {@code sha-384} or {@code sha-512} (RFC
   *     8122)
   * @param fingerprint the bytes of the hash
   * @throws IllegalArgumentException if the algorithm is another, or the length is not the
   *     algorithm's
   */
  void setRemote(String ufrag, String pwd, String fingerprintAlgorithm, byte[] fingerprint);

  /** New local credentials (RFC 8445 §9); DTLS and SRTP go on. The old ones live a while longer. */
  void restartIce();

  /**
   * Encrypts and queues one RTP packet; it leaves at the end of the loop's turn.
   *
   * @param packet taken over, changed in place if nobody else holds it, and released
   */
  void sendRtp(PacketBuffer packet);

  /**
   * The same for fan-out, without copying the payload: encrypts {@code payloadLength} bytes of the
   * shared {@code source} straight behind the header.
   *
   * @param header a whole RTP header with its extensions and nothing else; taken over and released;
   *     must not be shared
   * @param source only read during the call; neither kept nor released
   * @return whether it was taken; if not, it is dropped and counted. A number of a stream is taken
   *     once: for another text under it see RFC 7714 §8.1
   */
  boolean sendRtp(PacketBuffer header, PacketBuffer source, int payloadOffset, int payloadLength);

  /**
   * Sends once more what {@link #sendRtp} took a short while ago, header and payload to the bit as
   * they were: the same encrypted packet leaves again, and whoever has it drops it as a replay.
   *
   * @return whether it was taken; not when nothing left under its number lately
   */
  boolean sendRtpAgain(
      PacketBuffer header, PacketBuffer source, int payloadOffset, int payloadLength);

  /**
   * Encrypts and queues one RTCP compound, the bytes between position and limit; they are copied.
   */
  void sendRtcp(ByteBuffer plainCompound);

  /** Whether keys are there and it is not closed. */
  boolean connected();

  /**
   * When something authentic last came, on the loop's clock; the time of creation if nothing has
   * yet.
   */
  long lastHeardNanos();

  /** Where packets go, for people: {@code udp 192.0.2.1:5000}, {@code tcp …}, or {@code none}. */
  String selectedPath();

  /** Says goodbye to the other side and forgets everything. Twice is harmless. */
  @Override
  void close();
}
