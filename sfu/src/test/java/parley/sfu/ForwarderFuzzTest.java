package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parley.sfu.forward.Forwarder;
import parley.sfu.forward.Router;
import parley.sfu.packet.Drops;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;
import parley.sfu.packet.PayloadTypeMap;
import parley.sfu.packet.RewrittenPacket;
import parley.sfu.packet.SenderClock;
import parley.sfu.receive.Format;
import parley.sfu.receive.PayloadTypes;
import parley.sfu.receive.ReceivePipeline;
import parley.sfu.receive.StreamListener;

/**
 * Three layers over a network that loses, reorders and doubles, with padding, unknown codecs,
 * restarts, layer changes and pauses: no outgoing number is ever given to two packets, for SRTP
 * takes it once. The long form: {@code -Dforward.fuzz=30000000}.
 */
class ForwarderFuzzTest {
  private static final int PACKETS = Integer.getInteger("forward.fuzz", 300_000);
  private static final int SEEDS = 20;
  private static final int TYPE = 96;
  private static final int UNKNOWN_TYPE = 97;
  private static final long NANOS_BETWEEN = 3_000_000;

  private final PacketPool pool = new PacketPool(64);
  private final Drops drops = new Drops();
  private final PayloadTypes types = new PayloadTypes();

  ForwarderFuzzTest() {
    types.media(TYPE, Format.VP8, 90_000, false);
    types.media(UNKNOWN_TYPE, Format.VP8, 90_000, false);
  }

  @Test
  void noNumberIsGivenToTwoPackets() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(new Run(seed).twice(PACKETS / SEEDS)).as("with seed %d", seed).isEmpty();
    }
  }

  /** One sender, one receiver, one seed. */
  private final class Run {
    private final SplittableRandom random;
    private final Router router = new Router();
    private final Forwarder forwarder;
    private final List<Source> sources = new ArrayList<>();
    private final Map<Long, Integer> given = new HashMap<>();
    private final List<String> twice = new ArrayList<>();
    private final MediaPacket packet = new MediaPacket();
    private long now = 1_000_000_000L;
    private int made;

    Run(int seed) {
      random = new SplittableRandom(seed);
      PayloadTypeMap map = new PayloadTypeMap();
      map.map(TYPE, 120, 121);
      forwarder = new Forwarder(router, random.nextInt(1 << 15), map, drops, this::forwarded);
      router.add(forwarder);
      forwarder.flow(true);
      for (Layer layer : Layer.values()) {
        sources.add(new Source(layer));
      }
    }

    private void forwarded(MediaPacket from, RewrittenPacket to) {
      int id =
          from.rtp().length() > 24 ? from.rtp().buffer().getInt(from.buffer().offset() + 20) : -1;
      Integer before = given.put(to.sequenceNumber(), id);
      if (before != null) {
        twice.add(to.sequenceNumber() + " to " + before + " and " + id);
      }
    }

    List<String> twice(int packets) {
      while (made < packets && twice.isEmpty()) {
        now += NANOS_BETWEEN;
        sources.forEach(Source::step);
        if (made % 64 == 0) {
          router.activity().tick();
        }
        disturb();
      }
      return twice;
    }

    private void disturb() {
      switch (random.nextInt(200)) {
        case 0, 1, 2 -> forwarder.max(Layer.values()[random.nextInt(3)]);
        case 3 -> forwarder.flow(false);
        case 4 -> forwarder.restart();
        case 5 -> sources.get(random.nextInt(3)).restart();
        default -> forwarder.flow(true);
      }
    }

    /** One encoding: its packets on the way to us. */
    private final class Source {
      private final ReceivePipeline pipeline;
      private final List<byte[]> onTheWay = new ArrayList<>();
      private int sequence;
      private int timestamp;

      Source(Layer layer) {
        pipeline = new ReceivePipeline(layer, drops, router, new Nobody(), new SenderClock());
        sequence = random.nextInt(1 << 16);
      }

      void restart() {
        sequence = random.nextInt(1 << 16);
      }

      void step() {
        byte[] fresh = next();
        if (random.nextInt(50) != 0) {
          onTheWay.add(fresh);
        }
        int ahead = random.nextInt(4) == 0 ? onTheWay.size() : Math.min(1, onTheWay.size());
        while (!onTheWay.isEmpty() && (ahead-- > 0 || onTheWay.size() > 12)) {
          byte[] arriving = onTheWay.remove(random.nextInt(Math.min(4, onTheWay.size())));
          deliver(arriving);
          if (random.nextInt(100) == 0) {
            onTheWay.add(arriving);
          }
        }
      }

      private byte[] next() {
        made++;
        boolean padding = random.nextInt(8) == 0;
        boolean keyframe = random.nextInt(25) == 0;
        int type = random.nextInt(60) == 0 ? UNKNOWN_TYPE : TYPE;
        timestamp += 3_000;
        ByteBuffer b = ByteBuffer.allocate(padding ? 20 : 40);
        b.putShort((short) ((padding ? 0xA000 : 0x8000) | type)).putShort((short) sequence++);
        b.putInt(timestamp).putInt(1);
        if (padding) {
          return b.put(19, (byte) 8).array();
        }
        b.putInt(0x9080_8000 | made & 0x7FFF).put(16, (byte) (keyframe ? 0 : 1)).putInt(20, made);
        return b.array();
      }

      private void deliver(byte[] bytes) {
        PacketBuffer buffer = Objects.requireNonNull(pool.take());
        buffer.bytes().put(buffer.offset(), bytes);
        buffer.window(buffer.offset(), bytes.length);
        buffer.arrivedAt(now);
        packet.wrap(buffer);
        pipeline.receive(packet, false, types);
        buffer.release();
      }
    }
  }

  /** A sender that nobody can reach. */
  private static final class Nobody implements StreamListener {
    @Override
    public void ssrcKnown(ReceivePipeline stream) {}

    @Override
    public void requestKeyframe(int ssrc) {}
  }
}
