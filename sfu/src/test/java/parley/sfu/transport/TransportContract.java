package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;

/** What holds for every {@link Transport}, so that a fake one hides nothing. */
public abstract class TransportContract {
  private static final int HEADER = 12;

  /** Its loop. */
  protected abstract MediaLoop loop();

  /** A connected one. */
  protected abstract Transport transport();

  /** Waits until so many packets in all have reached the other side, replays among them. */
  protected abstract void awaitArrivals(int packets) throws Exception;

  private boolean send(byte[] rtp, boolean again) {
    return Loops.on(
        loop(),
        () -> {
          PacketBuffer source = Meeting.buffer(loop(), rtp);
          PacketBuffer header = Meeting.buffer(loop(), Arrays.copyOf(rtp, HEADER));
          int from = source.offset() + HEADER;
          int length = rtp.length - HEADER;
          boolean taken =
              again
                  ? transport().sendRtpAgain(header, source, from, length)
                  : transport().sendRtp(header, source, from, length);
          source.release();
          return taken;
        });
  }

  private long drops(DropReason reason) {
    return loop().drops().of(reason);
  }

  @Test
  void aNumberIsTakenOnce() throws Exception {
    assertThat(send(Meeting.rtp(5, 100), false)).isTrue();
    assertThat(send(Meeting.rtp(5, 100), false)).isFalse();
    assertThat(drops(DropReason.SRTP_REPLAYED)).isOne();
    awaitArrivals(1);
  }

  @Test
  void whatLeftMayLeaveAgain() throws Exception {
    for (int number = 1; number <= 500; number++) {
      assertThat(send(Meeting.rtp(number, 100), false)).isTrue();
    }
    for (int number = 500; number > 0; number--) {
      assertThat(send(Meeting.rtp(number, 100), true)).isTrue();
      assertThat(send(Meeting.rtp(number, 100), true)).isTrue();
    }
    awaitArrivals(1_500);
  }

  @Test
  void whatNeverLeftIsNotSentAgain() throws Exception {
    assertThat(send(Meeting.rtp(5, 100), true)).isFalse();
    assertThat(send(Meeting.rtp(5, 100), false)).isTrue();
    assertThat(send(Meeting.rtp(4, 100), true)).isFalse();
    assertThat(send(Meeting.rtp(6, 100), true)).isFalse();
    assertThat(drops(DropReason.RETRANSMISSION_UNKNOWN)).isEqualTo(3);
    awaitArrivals(1);
  }

  @Test
  void nothingIsTakenAfterTheEnd() {
    Loops.run(loop(), transport()::close);
    assertThat(send(Meeting.rtp(1, 100), false)).isFalse();
    assertThat(send(Meeting.rtp(1, 100), true)).isFalse();
    assertThat(drops(DropReason.SEND_NOT_CONNECTED)).isEqualTo(2);
  }
}
