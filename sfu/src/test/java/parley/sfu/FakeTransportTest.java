package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import parley.sfu.transport.MediaLoop;
import parley.sfu.transport.Transport;
import parley.sfu.transport.TransportContract;

/** The transport of the scenario tests, measured like the real one. */
class FakeTransportTest extends TransportContract {
  private final VirtualCall call = new VirtualCall();
  private final AtomicInteger arrived = new AtomicInteger();

  FakeTransportTest() {
    call.join("PA_a");
    call.transports.getLast().rtpOut = bytes -> arrived.incrementAndGet();
  }

  @Override
  protected MediaLoop loop() {
    return call.loop;
  }

  @Override
  protected Transport transport() {
    return call.transports.getLast();
  }

  @Override
  protected void awaitArrivals(int packets) {
    assertThat(arrived).hasValue(packets);
  }
}
