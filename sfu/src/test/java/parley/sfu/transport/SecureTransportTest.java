package parley.sfu.transport;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import parley.sfu.packet.DropReason;
import parley.sfu.transport.MediaPortConfig.FastPath;

/** The real transport, with a peer that reads what comes. */
@ParameterizedClass
@EnumSource(FastPath.class)
@Timeout(60)
class SecureTransportTest extends TransportContract {
  private final Meeting meeting;
  private final Meeting.Connection connection;

  SecureTransportTest(FastPath fastPath) throws Exception {
    meeting = new Meeting(config -> config.withFastPath(fastPath));
    connection = meeting.newConnection().establish();
  }

  @AfterEach
  void close() {
    meeting.close();
  }

  @Override
  protected MediaLoop loop() {
    return connection.loop;
  }

  @Override
  protected Transport transport() {
    return connection.transport;
  }

  @Override
  protected void awaitArrivals(int packets) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (arrived() < packets) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("only " + arrived() + " came");
      }
      Thread.sleep(2);
    }
  }

  private long arrived() {
    return connection.atPeer.waiting() + meeting.peers.loop().drops().of(DropReason.SRTP_REPLAYED);
  }
}
