package parley.sfu.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.wire.rtcp.ReportBlock;
import parley.wire.rtcp.RtcpListener;
import parley.wire.rtcp.RtcpReader;

class RtcpOutboxTest implements RtcpListener {
  private final List<String> told = new ArrayList<>();
  private final RtcpReader reader = new RtcpReader();
  private int compounds;
  private final RtcpOutbox outbox = new RtcpOutbox(1, this::sent);

  private void sent(ByteBuffer compound) {
    compounds++;
    assertThat(compound.remaining()).isLessThanOrEqualTo(1200);
    assertThat(reader.read(compound, 0, compound.limit(), this)).isTrue();
  }

  @Test
  void nothingIsSentWhenThereIsNothing() {
    outbox.flush();
    assertThat(compounds).isZero();
  }

  @Test
  void neighboursShareOneNack() {
    outbox.nack(5, 1, 0);
    outbox.nack(5, 100, 3);
    outbox.nack(6, 7, 0);
    outbox.flush();
    assertThat(compounds).isEqualTo(1);
    assertThat(told).containsExactly("nack 5 1", "nack 5 100", "nack 6 7");
  }

  @Test
  void nothingIsLostWhenItIsMuch() {
    for (int i = 0; i < 1_000; i++) {
      outbox.nack(i % 3, i, 0);
      outbox.reportBlock(i, 0, 0, 0, 0, 0, 0);
      outbox.senderReport(i, 0, 0, 0, 0, "PA_abcdefgh");
    }
    outbox.flush();
    assertThat(told).hasSize(3_000);
    assertThat(compounds).isGreaterThan(50);
  }

  @Test
  void keyframeRequestsDoNotWait() {
    outbox.pictureLoss(9);
    assertThat(told).containsExactly("pli 9");
  }

  @Override
  public void nack(int mediaSsrc, int packetId, int following) {
    told.add("nack " + mediaSsrc + " " + packetId);
  }

  @Override
  public void pictureLoss(int mediaSsrc) {
    told.add("pli " + mediaSsrc);
  }

  @Override
  public void reportBlock(int reporter, ReportBlock block) {
    told.add("block " + block.ssrc());
  }

  @Override
  public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
    told.add("sr " + ssrc);
  }
}
