package parley.sfu.transport;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.peer.PeerListener;

/** Remembers what one side was told. */
final class Recorder implements TransportListener, PeerListener {
  final CompletableFuture<Boolean> connected = new CompletableFuture<>();
  final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
  final CompletableFuture<Long> silent = new CompletableFuture<>();
  final CompletableFuture<Boolean> alive = new CompletableFuture<>();
  volatile Runnable atSignOfLife = () -> {};
  private final BlockingQueue<byte[]> rtp = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> rtcp = new LinkedBlockingQueue<>();

  byte[] nextRtp() throws InterruptedException {
    return next(rtp);
  }

  byte[] nextRtcp() throws InterruptedException {
    return next(rtcp);
  }

  byte @Nullable [] pollRtp(Duration patience) throws InterruptedException {
    return rtp.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  int waiting() {
    return rtp.size();
  }

  private static byte[] next(BlockingQueue<byte[]> queue) throws InterruptedException {
    byte[] bytes = queue.poll(15, TimeUnit.SECONDS);
    if (bytes == null) {
      throw new AssertionError("nothing came");
    }
    return bytes;
  }

  @Override
  public void connected() {
    connected.complete(true);
  }

  @Override
  public void rtp(PacketBuffer packet) {
    rtp.add(bytes(packet));
  }

  @Override
  public void rtcp(PacketBuffer compound) {
    rtcp.add(bytes(compound));
  }

  private static byte[] bytes(PacketBuffer packet) {
    byte[] bytes = new byte[packet.length()];
    packet.bytes().get(packet.offset(), bytes);
    packet.release();
    return bytes;
  }

  @Override
  public void silent(long nanos) {
    silent.complete(nanos);
  }

  @Override
  public void alive() {
    alive.complete(true);
    atSignOfLife.run();
  }

  @Override
  public void closed(CloseReason reason) {
    closed.complete(reason);
  }
}
