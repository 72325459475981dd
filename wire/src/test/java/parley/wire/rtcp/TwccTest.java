package parley.wire.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwccTest {
  private final TwccBuilder builder = new TwccBuilder();
  private final TwccReader reader = new TwccReader();
  private final RtcpWriter writer = new RtcpWriter(1200);

  @Test
  void readsWhatAnotherStackWrote() {
    byte[] bytes = HexFormat.of().parseHex("afcd0005fa17fa1743032fa0009900013de8021720019401");
    assertThat(reader.wrap(ByteBuffer.wrap(bytes), 0, bytes.length)).isTrue();
    assertThat(reader.feedbackCount()).isEqualTo(23);
    assertThat(reader.next()).isTrue();
    assertThat(reader.sequenceNumber()).isEqualTo(153);
    assertThat(reader.received()).isTrue();
    assertThat(reader.arrivalMicros()).isEqualTo(0x3de802 * 64_000L + 37_000);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void writesAsTheDraftSays() {
    builder.clear();
    builder.add(153, 0x3de802 * 64_000L + 37_000);
    assertThat(HexFormat.of().formatHex(write(23)))
        .isEqualTo("8fcd00050000000100000002009900013de8021720019400");
  }

  @Test
  void readsBackAnyArrivals() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      Map<Long, Long> arrivals = arrivals(random);
      byte[] bytes = write(round);
      assertThat(reader.wrap(ByteBuffer.wrap(bytes), 0, bytes.length)).isTrue();
      long last = arrivals.keySet().stream().mapToLong(x -> x).max().orElseThrow();
      long number = arrivals.keySet().iterator().next();
      while (reader.next()) {
        assertThat(reader.sequenceNumber()).isEqualTo((int) number & 0xFFFF);
        Long arrival = arrivals.get(number);
        assertThat(reader.received()).isEqualTo(arrival != null);
        if (arrival != null) {
          assertThat(reader.arrivalMicros()).isBetween(arrival - 250, arrival);
        }
        number++;
      }
      assertThat(number).isEqualTo(last + 1);
    }
  }

  private Map<Long, Long> arrivals(SplittableRandom random) {
    builder.clear();
    Map<Long, Long> arrivals = new LinkedHashMap<>();
    long number = random.nextLong(70_000);
    long at = random.nextLong(1_000_000_000L);
    int packets = random.nextInt(1, 200);
    double loss = random.nextDouble();
    long spread = 1L << random.nextInt(1, 20);
    for (int i = 0; i < packets; i++) {
      if (!builder.add(number, at)) {
        break;
      }
      arrivals.put(number, at);
      number += random.nextDouble() < loss ? random.nextInt(2, 30) : 1;
      at = Math.max(0, at + random.nextLong(-spread / 4, spread));
    }
    return arrivals;
  }

  private byte[] write(int count) {
    writer.clear();
    assertThat(writer.transportFeedback(1, 2, count, builder)).isTrue();
    ByteBuffer b = writer.compound();
    byte[] bytes = new byte[b.remaining()];
    b.get(bytes);
    return bytes;
  }

  @Test
  void refusesWhatNeedsAFeedbackOfItsOwn() {
    builder.clear();
    assertThat(builder.add(10, 1_000_000)).isTrue();
    assertThat(builder.add(11, 1_000_000 + 250 * 40_000L)).isFalse();
    assertThat(builder.add(10 + TwccBuilder.MAX_PACKETS, 1_000_000)).isFalse();
    assertThat(builder.add(10, 1_000_000)).isFalse();
    assertThat(builder.add(11, 1_000_000)).isTrue();
  }
}
