package parley.sfu.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PoolShareTest {
  private final PacketPool pool = new PacketPool(1_000);
  private final List<PacketBuffer> taken = new ArrayList<>();

  private int takeAll(PoolShare share) {
    int count = 0;
    for (PacketBuffer buffer = share.take(); buffer != null; buffer = share.take()) {
      taken.add(buffer);
      count++;
    }
    return count;
  }

  @Test
  void whoeverComesFindsSome() {
    assertThat(takeAll(new PoolShare(pool))).isEqualTo(800);
    assertThat(takeAll(new PoolShare(pool))).isEqualTo(160);
    assertThat(takeAll(new PoolShare(pool))).isEqualTo(32);
    assertThat(pool.take()).isNotNull();
  }

  @Test
  void whatComesBackCanBeTakenAgain() {
    PoolShare share = new PoolShare(pool);
    takeAll(share);
    taken.forEach(PacketBuffer::release);
    assertThat(share.held()).isZero();
    assertThat(takeAll(share)).isEqualTo(800);
  }

  @Test
  void aBufferThatIsKeptCountsUntilTheLastHolderLetsGo() {
    PoolShare share = new PoolShare(pool);
    PacketBuffer buffer = Objects.requireNonNull(pool.take());
    assertThat(share.charge(buffer)).isTrue();
    buffer.retain();
    buffer.release();
    assertThat(share.held()).isOne();
    buffer.release();
    assertThat(share.held()).isZero();
  }

  @Test
  void aRoomThatHoldsTooMuchIsChargedNothingMore() {
    PoolShare share = new PoolShare(pool);
    takeAll(share);
    PacketBuffer received = Objects.requireNonNull(pool.take());
    assertThat(share.charge(received)).isFalse();
    received.release();
    assertThat(share.held()).isEqualTo(800);
  }
}
