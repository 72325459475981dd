package parley.sfu.transport.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.Route;
import parley.wire.stun.Stun;
import parley.wire.stun.StunIntegrity;
import parley.wire.stun.StunMessage;
import parley.wire.stun.StunWriter;

class IceAgentTest {
  private static final long SECOND = 1_000_000_000L;
  private final Line wifi = route(1);
  private final Line cable = route(2);

  private static final StunIntegrity THEIR_KEY = StunIntegrity.shortTerm("their password");

  private final byte[] transaction = new byte[12];
  private final List<Path> open = new ArrayList<>();
  private int heard;
  private final IceAgent agent =
      new IceAgent(
          IceCredentials.random(),
          new CheckAnswers(new PacketPool(64), new Drops()),
          new TriggeredChecks(new PacketPool(64), new Drops()),
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
            public void checked(Path path) {
              heard++;
            }
          });
  private long now = Long.MAX_VALUE - 5 * SECOND;

  @BeforeEach
  void announce() {
    agent.remote("them", "their password");
  }

  private static Line route(int port) {
    return new Line(new RemoteAddress(0, 0xFFFF_7F00_0001L, port), new ArrayList<>());
  }

  /** A way to an address that keeps what we ask there. */
  private record Line(RemoteAddress remote, List<byte[]> asked) implements Route {
    @Override
    public void send(PacketBuffer datagram) {
      byte[] bytes = new byte[datagram.length()];
      datagram.bytes().get(datagram.offset(), bytes);
      datagram.release();
      if (ByteBuffer.wrap(bytes).getShort(0) == Stun.BINDING_REQUEST) {
        asked.add(bytes);
      }
    }

    @Override
    public boolean tcp() {
      return false;
    }

    @Override
    public void close() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Line line && line.remote.equals(remote);
    }

    @Override
    public int hashCode() {
      return remote.hashCode();
    }
  }

  private static StunMessage message(byte[] bytes, int length) {
    StunMessage message = new StunMessage();
    assertThat(message.wrap(ByteBuffer.wrap(bytes), 0, length)).isTrue();
    return message;
  }

  private @Nullable DropReason answer(byte[] question, StunIntegrity key, Route from) {
    byte[] id = message(question, question.length).transactionId();
    ByteBuffer bytes = ByteBuffer.allocate(100);
    StunWriter writer =
        new StunWriter(bytes, 0, Stun.BINDING_SUCCESS, id).integrity(key).fingerprint();
    return agent.answered(message(bytes.array(), writer.length()), from, now);
  }

  /** The other side is there: it answers what it was asked last. */
  private void answer(Line from) {
    assertThat(answer(from.asked.getLast(), THEIR_KEY, from)).isNull();
  }

  private @Nullable DropReason check(
      Route from, IceCredentials as, String password, boolean nominates) {
    ByteBuffer.wrap(transaction).putInt(8, ByteBuffer.wrap(transaction).getInt(8) + 1);
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
    return agent.check(message(bytes.array(), writer.length()), as.ufrag(), from, now);
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
    assertThat(check(wifi, agent.credentials(), "guess", true)).isEqualTo(DropReason.STUN_FORGED);
    assertThat(open).isEmpty();
    assertThat(agent.selected()).isNull();
  }

  @Test
  void theFirstCheckedPathIsGoodEnoughUntilOneIsNominated() {
    check(wifi);
    check(cable);
    assertThat(selected()).isEqualTo(wifi);
    nominate(cable);
    answer(cable);
    check(wifi);
    assertThat(selected()).isEqualTo(cable);
    assertThat(open).hasSize(2);
  }

  @Test
  void theLastNominationWins() {
    nominate(wifi);
    nominate(cable);
    answer(cable);
    assertThat(selected()).isEqualTo(cable);
    nominate(wifi);
    answer(wifi);
    assertThat(selected()).isEqualTo(wifi);
  }

  @Test
  void theAnswerOfAnEarlierNominationComesTooLate() {
    nominate(wifi);
    nominate(cable);
    nominate(wifi);
    answer(cable);
    assertThat(selected()).isEqualTo(wifi);
  }

  @Test
  void aNewAddressTakesOverWhenTheOldOneIsQuiet() {
    nominate(wifi);
    now += SECOND;
    check(cable);
    assertThat(selected()).isEqualTo(wifi);
    now += 4 * SECOND;
    check(cable);
    answer(cable);
    assertThat(selected()).isEqualTo(cable);
  }

  @Test
  void aRecordedCheckFromElsewhereChangesNothing() {
    nominate(wifi);
    String password = agent.credentials().pwd();
    assertThat(send(cable, agent.credentials(), password, true))
        .isEqualTo(DropReason.STUN_REPLAYED);
    assertThat(selected()).isEqualTo(wifi);
    assertThat(open).hasSize(1);
    assertThat(send(wifi, agent.credentials(), password, true)).isNull();
  }

  @Test
  void aCheckOfThePastOpensADoorButMovesNothing() {
    nominate(wifi);
    byte[] recorded = transaction.clone();
    for (int i = 0; i < 400; i++) {
      check(wifi);
    }
    int heardBefore = heard;
    System.arraycopy(recorded, 0, transaction, 0, recorded.length);
    assertThat(send(cable, agent.credentials(), agent.credentials().pwd(), true)).isNull();
    assertThat(selected()).isEqualTo(wifi);
    now += 20 * SECOND;
    agent.tidy(now);
    assertThat(send(cable, agent.credentials(), agent.credentials().pwd(), true)).isNull();
    assertThat(selected()).isEqualTo(wifi);
    assertThat(heard).isEqualTo(heardBefore);
    assertThat(open.getLast().heardWithin(SECOND, now)).isFalse();
  }

  @Test
  void onlyTheOtherSideCanAnswer() {
    nominate(wifi);
    nominate(cable);
    byte[] question = cable.asked.getFirst();
    assertThat(message(question, question.length).text(Stun.USERNAME))
        .isEqualTo("them:" + agent.credentials().ufrag());
    assertThat(answer(question, StunIntegrity.shortTerm("guess"), cable))
        .isEqualTo(DropReason.STUN_FORGED);
    assertThat(answer(question, THEIR_KEY, wifi)).isEqualTo(DropReason.STUN_UNEXPECTED);
    byte[] other = question.clone();
    other[19]++;
    assertThat(answer(other, THEIR_KEY, cable)).isEqualTo(DropReason.STUN_UNEXPECTED);
    assertThat(selected()).isEqualTo(wifi);
    assertThat(answer(question, THEIR_KEY, cable)).isNull();
    assertThat(selected()).isEqualTo(cable);
    assertThat(answer(question, THEIR_KEY, cable)).isEqualTo(DropReason.STUN_UNEXPECTED);
  }

  @Test
  void aLostQuestionIsAskedAgainAndThenGivenUp() {
    nominate(wifi);
    nominate(cable);
    for (int i = 0; i < 10; i++) {
      now += SECOND / 4;
      wifiLives();
      agent.tidy(now);
    }
    assertThat(cable.asked).hasSize(3);
    nominate(cable);
    answer(cable);
    assertThat(selected()).isEqualTo(cable);
  }

  private void wifiLives() {
    open.getFirst().heard(now);
  }

  @Test
  void aQuestionWaitsForTheOtherSidesCredentials() {
    agent.remote("someone", "else");
    agent.remote("someone else", "again");
    nominate(wifi);
    nominate(cable);
    assertThat(cable.asked).isEmpty();
    announce();
    agent.tidy(now);
    answer(cable);
    assertThat(selected()).isEqualTo(cable);
  }

  @Test
  void forgedAddressesGetATrickle() {
    nominate(wifi);
    List<Line> forged = new ArrayList<>();
    for (int port = 10; port < 1_000; port++) {
      forged.add(route(port));
      nominate(forged.getLast());
    }
    assertThat(forged.stream().mapToInt(line -> line.asked.size()).sum()).isEqualTo(20);
  }

  @Test
  void mediaKeepsTheOldAddress() {
    nominate(wifi);
    now += 4 * SECOND;
    open.getFirst().heard(now);
    check(cable);
    assertThat(selected()).isEqualTo(wifi);
  }

  @Test
  void bothCredentialsWorkAfterARestartAndTheNewOnesDecide() {
    nominate(wifi);
    IceCredentials old = agent.credentials();
    agent.restart(IceCredentials.random());
    assertThat(agent.credentials().ufrag()).isNotEqualTo(old.ufrag());
    nominate(cable);
    answer(cable);
    assertThat(selected()).isEqualTo(cable);
    assertThat(check(wifi, old, old.pwd(), true)).isNull();
    assertThat(selected()).isEqualTo(cable);
    agent.restart(IceCredentials.random());
    assertThat(check(wifi, old, old.pwd(), true)).isEqualTo(DropReason.STUN_UNKNOWN_USERNAME);
  }

  @Test
  void silentPathsAreForgotten() {
    nominate(wifi);
    now += 20 * SECOND;
    check(cable);
    answer(cable);
    now += 20 * SECOND;
    agent.tidy(now);
    assertThat(open).hasSize(1);
    assertThat(selected()).isEqualTo(cable);
    now += 31 * SECOND;
    agent.tidy(now);
    assertThat(open).isEmpty();
    assertThat(agent.selected()).isNull();
    check(wifi);
    assertThat(agent.selected()).isNull();
    answer(wifi);
    assertThat(selected()).isEqualTo(wifi);
  }

  @Test
  void remembersABoundedNumberOfPathsAndKeepsTheSelectedOne() {
    nominate(wifi);
    for (int port = 10; port < 100; port++) {
      now += SECOND / 100;
      check(route(port));
    }
    assertThat(open).hasSize(16);
    assertThat(selected()).isEqualTo(wifi);
  }
}
