package parley.sfu.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PacketPoolTest {
  @Test
  void givesSoManyBuffersAndNoMore() {
    PacketPool pool = new PacketPool(100);
    Set<Long> addresses = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      addresses.add(Objects.requireNonNull(pool.take()).address());
    }
    assertThat(addresses).hasSize(100);
    assertThat(pool.take()).isNull();
    assertThat(pool.inUse()).isEqualTo(100);
  }

  @Test
  void theLastReferenceBringsItBack() {
    PacketPool pool = new PacketPool(1);
    PacketBuffer buffer = Objects.requireNonNull(pool.take());
    buffer.window(100, 20);
    buffer.retain();
    assertThat(buffer.exclusive()).isFalse();
    buffer.release();
    assertThat(pool.take()).isNull();
    buffer.release();
    assertThat(pool.take()).isSameAs(buffer);
    assertThat(buffer.offset()).isEqualTo(PacketBuffer.HEADROOM);
    assertThat(buffer.length()).isZero();
  }

  @Test
  void refusesToBeReleasedTwiceOrToReachOutside() {
    PacketBuffer buffer = Objects.requireNonNull(new PacketPool(1).take());
    assertThatThrownBy(() -> buffer.window(2000, 49)).isInstanceOf(IndexOutOfBoundsException.class);
    buffer.release();
    assertThatThrownBy(buffer::release).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(buffer::retain).isInstanceOf(IllegalStateException.class);
  }
}
