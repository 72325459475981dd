package parley.sfu.transport.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.Route;
import parley.wire.stun.Stun;
import parley.wire.stun.StunIntegrity;
import parley.wire.stun.StunMessage;
import parley.wire.stun.StunWriter;

class IceAgentTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Route WIFI = route(1);
  private static final Route CABLE = route(2);

  private final byte[] transaction = new byte[12];
  private final List<Path> open = new ArrayList<>();
  private final IceAgent agent =
      new IceAgent(
          IceCredentials.random(),
          new CheckAnswers(new PacketPool(64), new Drops()),
          new PathListener() {
            @Override
            public void opened(Path path) {
              open.add(path);
            }

            @Override
            public void closed(Path path) {
              open.remove(path);
            }

            @Override
            public void checked(Path path) {}
          });
  private long now = Long.MAX_VALUE - 5 * SECOND;

  private static Route route(int port) {
    return new TestPaths.DeadEnd(new RemoteAddress(0, 0xFFFF_7F00_0001L, port));
  }

  private @Nullable DropReason check(
      Route from, IceCredentials as, String password, boolean nominates) {
    transaction[11]++;
    return send(from, as, password, nominates);
  }

  private @Nullable DropReason send(
      Route from, IceCredentials as, String password, boolean nominates) {
    ByteBuffer bytes = ByteBuffer.allocate(300);
    StunWriter writer =
        new StunWriter(bytes, 0, Stun.BINDING_REQUEST, transaction)
            .text(Stun.USERNAME, as.ufrag() + ":them");
    if (nominates) {
      writer.flag(Stun.USE_CANDIDATE);
    }
    writer.integrity(StunIntegrity.shortTerm(password)).fingerprint();
    StunMessage message = new StunMessage();
    assertThat(message.wrap(bytes, 0, writer.length())).isTrue();
    return agent.check(message, as.ufrag(), from, now);
  }

  private void check(Route from) {
    assertThat(check(from, agent.credentials(), agent.credentials().pwd(), false)).isNull();
  }

  private void nominate(Route from) {
    assertThat(check(from, agent.credentials(), agent.credentials().pwd(), true)).isNull();
  }

  private Route selected() {
    Path path = agent.selected();
    return path == null ? route(0) : path.route();
  }

  @Test
  void whoDoesNotKnowThePasswordOpensNothing() {
    assertThat(check(WIFI, agent.credentials(), "guess", true)).isEqualTo(DropReason.STUN_FORGED);
    assertThat(open).isEmpty();
    assertThat(agent.selected()).isNull();
  }

  @Test
  void theFirstCheckedPathIsGoodEnoughUntilOneIsNominated() {
    check(WIFI);
    check(CABLE);
    assertThat(selected()).isEqualTo(WIFI);
    nominate(CABLE);
    check(WIFI);
    assertThat(selected()).isEqualTo(CABLE);
    assertThat(open).hasSize(2);
  }

  @Test
  void theLastNominationWins() {
    nominate(WIFI);
    nominate(CABLE);
    nominate(WIFI);
    assertThat(selected()).isEqualTo(WIFI);
  }

  @Test
  void aNewAddressTakesOverWhenTheOldOneIsQuiet() {
    nominate(WIFI);
    now += SECOND;
    check(CABLE);
    assertThat(selected()).isEqualTo(WIFI);
    now += 4 * SECOND;
    check(CABLE);
    assertThat(selected()).isEqualTo(CABLE);
  }

  @Test
  void aRecordedCheckFromElsewhereChangesNothing() {
    nominate(WIFI);
    String password = agent.credentials().pwd();
    assertThat(send(CABLE, agent.credentials(), password, true))
        .isEqualTo(DropReason.STUN_REPLAYED);
    assertThat(selected()).isEqualTo(WIFI);
    assertThat(open).hasSize(1);
    assertThat(send(WIFI, agent.credentials(), password, true)).isNull();
  }

  @Test
  void mediaKeepsTheOldAddress() {
    nominate(WIFI);
    now += 4 * SECOND;
    open.getFirst().heard(now);
    check(CABLE);
    assertThat(selected()).isEqualTo(WIFI);
  }

  @Test
  void bothCredentialsWorkAfterARestartAndTheNewOnesDecide() {
    nominate(WIFI);
    IceCredentials old = agent.credentials();
    agent.restart(IceCredentials.random());
    assertThat(agent.credentials().ufrag()).isNotEqualTo(old.ufrag());
    nominate(CABLE);
    assertThat(selected()).isEqualTo(CABLE);
    assertThat(check(WIFI, old, old.pwd(), true)).isNull();
    assertThat(selected()).isEqualTo(CABLE);
    agent.restart(IceCredentials.random());
    assertThat(check(WIFI, old, old.pwd(), true)).isEqualTo(DropReason.STUN_UNKNOWN_USERNAME);
  }

  @Test
  void silentPathsAreForgotten() {
    nominate(WIFI);
    now += 20 * SECOND;
    check(CABLE);
    now += 20 * SECOND;
    agent.tidy(now);
    assertThat(open).hasSize(1);
    assertThat(selected()).isEqualTo(CABLE);
    now += 31 * SECOND;
    agent.tidy(now);
    assertThat(open).isEmpty();
    assertThat(agent.selected()).isNull();
    check(WIFI);
    assertThat(selected()).isEqualTo(WIFI);
  }

  @Test
  void remembersABoundedNumberOfPathsAndKeepsTheSelectedOne() {
    nominate(WIFI);
    for (int port = 10; port < 100; port++) {
      now += SECOND / 100;
      check(route(port));
    }
    assertThat(open).hasSize(16);
    assertThat(selected()).isEqualTo(WIFI);
  }
}
