package parley.mediaserver.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRtc.ParticipantUpdate;
import livekit.LivekitRtc.SignalResponse;
import org.junit.jupiter.api.Test;
import parley.mediaserver.SignalOutbound;

class SignalQueueTest implements SignalOutbound {
  private final List<SignalResponse> sent = new ArrayList<>();
  private final List<String> closes = new ArrayList<>();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final SignalTroubles troubles = new SignalTroubles();
  private final SignalQueue queue = new SignalQueue(this, threads::add, troubles);

  @Test
  void howSomebodyIsIsToldOnceAndAsItIsNow() {
    queue.send(update("PA_a", 1, ""));
    queue.send(pong(1));
    queue.send(update("PA_b", 1, ""));
    queue.send(update("PA_a", 2, ""));
    queue.send(pong(2));
    run();
    assertThat(sent)
        .containsExactly(update("PA_a", 2, ""), pong(1), update("PA_b", 1, ""), pong(2));
  }

  @Test
  void aReaderThatReadsNothingIsCutOffWithItsQueue() {
    String name = "n".repeat(100_000);
    for (int i = 0; i < 100; i++) {
      queue.send(update("PA_" + i, 1, name));
    }
    run();
    assertThat(closes).containsExactly("1013 reads too slowly");
    assertThat(sent).isEmpty();
    assertThat(troubles.counts()).containsEntry("slow", 1L);
  }

  @Test
  void aSlowReaderOfOneWhoChangesAllTheTimeIsNotCutOff() {
    String name = "n".repeat(100_000);
    for (int i = 0; i < 1000; i++) {
      queue.send(update("PA_a", i, name));
    }
    run();
    assertThat(closes).isEmpty();
    assertThat(sent).containsExactly(update("PA_a", 999, name));
  }

  @Test
  void whatIsLargerThanTheQueueIsSentWhenNothingWaits() {
    queue.send(update("PA_a", 1, "n".repeat(SignalQueue.MAX_WAITING_BYTES)));
    run();
    assertThat(sent).hasSize(1);
    assertThat(closes).isEmpty();
  }

  @Test
  void whatIsQueuedBeforeTheCloseIsSent() {
    queue.send(pong(1));
    queue.close(1000, "");
    queue.send(pong(2));
    run();
    assertThat(sent).containsExactly(pong(1));
    assertThat(closes).containsExactly("1000 ");
  }

  private void run() {
    for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
      next.run();
    }
  }

  private static SignalResponse update(String sid, int version, String name) {
    return SignalResponse.newBuilder()
        .setUpdate(
            ParticipantUpdate.newBuilder()
                .addParticipants(
                    ParticipantInfo.newBuilder().setSid(sid).setVersion(version).setName(name)))
        .build();
  }

  private static SignalResponse pong(int number) {
    return SignalResponse.newBuilder().setPong(number).build();
  }

  @Override
  public void send(byte[] frame) {
    try {
      sent.add(SignalResponse.parseFrom(frame));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void sendText(String frame) {}

  @Override
  public void close(int code, String reason) {
    closes.add(code + " " + reason);
  }
}
