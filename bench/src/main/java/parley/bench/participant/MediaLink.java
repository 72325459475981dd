package parley.bench.participant;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The media connection of a synthetic participant: ICE, DTLS as client, SRTP both ways. */
interface MediaLink extends AutoCloseable {
  /** What arrives, on the link's own thread; buffers are the link's and only lent. */
  interface Receiver {
    void connected();

    void rtp(ByteBuffer packet);

    void rtcp(ByteBuffer packet);

    void closed(String reason);
  }

  String ufrag();

  String password();

  /** As in {@code a=fingerprint}: algorithm, space, hexadecimal pairs. */
  String fingerprint();

  /** Starts checks towards the server; {@link Receiver#connected} follows. */
  void connect(InetSocketAddress server, String ufrag, String password, String fingerprint);

  /** Protects and sends one RTP packet; on the links' thread. */
  void sendRtp(ByteBuffer packet);

  /** Protects and sends one compound RTCP packet; on the links' thread. */
  void sendRtcp(ByteBuffer packet);

  @Override
  void close();
}
