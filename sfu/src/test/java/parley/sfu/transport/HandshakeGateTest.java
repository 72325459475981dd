package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.sfu.transport.net.RemoteAddress;

class HandshakeGateTest {
  private static final long SECOND = 1_000_000_000L;

  private final HandshakeGate gate = new HandshakeGate(128, 2 * SECOND);
  private final List<String> givenUp = new ArrayList<>();
  private long now = Long.MAX_VALUE - SECOND;

  private static RemoteAddress address(int host) {
    return new RemoteAddress(0, 0xFFFF_0A00_0000L + host, 5_000 + host);
  }

  private HandshakeGate.@Nullable Place enter(String name, String room, RemoteAddress from) {
    return gate.enter(room, from, now, () -> givenUp.add(name));
  }

  private int enterAll(int tries, String room, int addresses) {
    int entered = 0;
    for (int i = 0; i < tries; i++) {
      entered += enter(room + i, room, address(i % addresses)) == null ? 0 : 1;
    }
    return entered;
  }

  @Test
  void oneAddressHasAQuarter() {
    assertThat(enterAll(200, "attacked", 1)).isEqualTo(32);
    assertThat(enter("neighbour", "attacked", address(2))).isNotNull();
    assertThat(givenUp).isEmpty();
  }

  @Test
  void oneRoomHasAHalf() {
    assertThat(enterAll(200, "attacked", 50)).isEqualTo(64);
    assertThat(enter("elsewhere", "quiet", address(99))).isNotNull();
    assertThat(givenUp).isEmpty();
  }

  @Test
  void whereItIsFullTheOldestThatHadItsTimeGoesFirst() {
    enterAll(64, "attacked", 50);
    now += SECOND;
    enterAll(64, "too", 50);
    assertThat(enter("early", "quiet", address(99))).isNull();
    now += SECOND;
    assertThat(enter("newcomer", "quiet", address(99))).isNotNull();
    assertThat(enter("member", "too", address(99))).isNull();
    assertThat(enter("member", "attacked", address(99))).isNotNull();
    assertThat(givenUp).containsExactly("attacked0", "attacked1");
  }

  @Test
  void whoHoldsTheAddressRoomAndAllGoesOnce() {
    enterAll(32, "attacked", 1);
    now += 2 * SECOND;
    assertThat(enter("newcomer", "attacked", address(0))).isNotNull();
    assertThat(givenUp).containsExactly("attacked0");
  }

  @Test
  void aNetworkCountsAsOneAddress() {
    for (int i = 0; i < 200; i++) {
      RemoteAddress from = new RemoteAddress(0x2001_0DB8_0000_0100L + i % 256, 31L * i, i);
      assertThat(enter("" + i, "room" + i, from) != null).isEqualTo(i < 32);
    }
    assertThat(enter("neighbour", "room", new RemoteAddress(0x2001_0DB8_0000_0200L, 1, 1)))
        .isNotNull();
  }

  @Test
  void whatIsOverMakesPlace() {
    HandshakeGate.Place first = Objects.requireNonNull(enter("first", "room", address(1)));
    enterAll(31, "room", 1);
    enterAll(31, "room", 2);
    gate.leave(first);
    gate.leave(first);
    assertThat(enter("next", "room", address(1))).isNotNull();
  }
}
