package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.TransportListener;

/** The way of a packet from one sender to ten receivers leaves nothing to the garbage collector. */
class AllocationTest {
  private static final int RECEIVERS = 10;
  private static final int WARM_UP = 20_000;
  private static final int PACKETS = 20_000;

  private final VirtualCall call = new VirtualCall();
  private final List<byte[]> frames = new ArrayList<>();

  @Test
  void forwardingAllocatesNothing() {
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    FakeTransport sender = call.transports.getFirst();
    for (int i = 0; i < RECEIVERS; i++) {
      call.join("PA_" + i).subscribe(track, Sdp.receiverVideo(1000 + i, 2000 + i));
      call.transports.getLast().discard = true;
    }
    record(WARM_UP + PACKETS);
    forward(sender.listener, 0, WARM_UP);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    forward(sender.listener, WARM_UP, PACKETS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(call.traffic.sent().sum()).isEqualTo((long) RECEIVERS * (WARM_UP + PACKETS));
    // Room for what the virtual machine does on this thread, far below a byte a packet.
    assertThat(allocated).isLessThan(PACKETS / 4);
  }

  private void record(int packets) {
    VideoSender camera = new VideoSender(call.loop, "1", frames::add, bytes -> {}, "");
    camera.start();
    while (frames.size() < packets) {
      call.run(1_000);
    }
  }

  private void forward(TransportListener listener, int from, int count) {
    for (int i = from; i < from + count; i++) {
      byte[] bytes = frames.get(i);
      PacketBuffer buffer = Objects.requireNonNull(call.loop.pool().take());
      buffer.bytes().put(buffer.offset(), bytes);
      buffer.window(buffer.offset(), bytes.length);
      buffer.arrivedAt(call.loop.nanoTime() + i * 1_000_000L);
      listener.rtp(buffer);
    }
  }
}
