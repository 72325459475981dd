package parley.sfu.transport.ice;

import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.Route;

/** Paths that lead nowhere. */
public final class TestPaths {
  private TestPaths() {}

  /** A way to an address on which nothing is sent. */
  public record DeadEnd(RemoteAddress remote) implements Route {
    @Override
    public void send(PacketBuffer datagram) {
      datagram.release();
    }

    @Override
    public boolean tcp() {
      return false;
    }

    @Override
    public void close() {}
  }

  public static Path at(RemoteAddress address) {
    return new Path(agent(), new DeadEnd(address));
  }

  private static IceAgent agent() {
    return new IceAgent(
        IceCredentials.random(),
        new CheckAnswers(new PacketPool(64), new Drops()),
        new TriggeredChecks(new PacketPool(64), new Drops()),
        new NobodyAsks());
  }

  private static final class NobodyAsks implements PathListener {
    @Override
    public void opened(Path path) {}

    @Override
    public void closed(Path path) {}

    @Override
    public void checked(Path path) {}
  }
}
