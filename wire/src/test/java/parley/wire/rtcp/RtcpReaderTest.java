package parley.wire.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RtcpReaderTest implements RtcpListener {
  private final RtcpReader reader = new RtcpReader();
  private final List<String> told = new ArrayList<>();

  private boolean read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return reader.read(ByteBuffer.wrap(bytes), 0, bytes.length, this);
  }

  @Test
  void senderReportWithABlock() {
    boolean good =
        read(
            "81c8000c 00000001 83aa7e80 80000000 00000010 00000002 00000003"
                + " 00000009 40fffffe 0001ffff 00000007 12345678 00010000");
    assertThat(good).isTrue();
    assertThat(told)
        .containsExactly(
            "report 1", "sr 1 83aa7e8080000000 16 2 3", "block 1 9 64 -2 1ffff 7 12345678 65536");
  }

  @Test
  void receiverReportAndSourceDescriptionAndBye() {
    assertThat(read("80c90001 00000001 81ca0002 00000001 01016100 81cb0001 00000001")).isTrue();
    assertThat(told).containsExactly("report 1", "bye 1");
  }

  @Test
  void genericNack() {
    // RFC 4585 §6.2.1: two entries.
    assertThat(read("81cd0004 00000001 00000002 00ab8001 fffe0000")).isTrue();
    assertThat(told).containsExactly("nack 2 171 8001", "nack 2 65534 0");
  }

  @Test
  void pictureLossAndFullIntraRequest() {
    assertThat(read("81ce0002 00000001 00000002 84ce0004 00000001 00000000 00000003 07000000"))
        .isTrue();
    assertThat(told).containsExactly("pli 2", "fir 3 7");
  }

  @Test
  void receiverEstimate() {
    assertThat(read("8fce0005 00000001 00000000 52454d42 011a20df 4874ed16")).isTrue();
    assertThat(told).containsExactly("remb 8927168");
  }

  @Test
  void unknownPacketsArePassedOver() {
    assertThat(read("80cc0002 00000001 41424344 80cf0001 00000001 81ce0002 00000001 00000002"))
        .isTrue();
    assertThat(told).containsExactly("pli 2");
  }

  @Test
  void whatStoodBeforeAMalformedPacketIsTold() {
    assertThat(read("81ce0002 00000001 00000002 81c80001 00000001")).isFalse();
    assertThat(told).containsExactly("pli 2");
  }

  @Test
  void malformedPacketsAreRefused() {
    assertThat(read("81ce00")).isFalse();
    assertThat(read("01ce0002 00000001 00000002")).isFalse();
    assertThat(read("81ce0003 00000001 00000002")).isFalse();
    assertThat(read("82c90007 00000001 00000009 00000000 00000000 00000000 00000000 00000000"))
        .isFalse();
    assertThat(read("85cb0001 00000001")).isFalse();
    assertThat(read("81ce0001 00000001")).isFalse();
    assertThat(told).isEmpty();
  }

  @Override
  public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
    told.add(
        String.format(Locale.ROOT, "sr %d %x %d %d %d", ssrc, ntp, rtpTimestamp, packets, octets));
  }

  @Override
  public void report(int reporter) {
    told.add("report " + reporter);
  }

  @Override
  public void reportBlock(int reporter, ReportBlock b) {
    told.add(
        String.format(
            Locale.ROOT,
            "block %d %d %d %d %x %d %x %d",
            reporter,
            b.ssrc(),
            b.fractionLost(),
            b.cumulativeLost(),
            b.highestSequenceNumber(),
            b.jitter(),
            b.lastSenderReport(),
            b.delaySinceLastSenderReport()));
  }

  @Override
  public void nack(int mediaSsrc, int packetId, int following) {
    told.add(String.format(Locale.ROOT, "nack %d %d %x", mediaSsrc, packetId, following));
  }

  @Override
  public void pictureLoss(int mediaSsrc) {
    told.add("pli " + mediaSsrc);
  }

  @Override
  public void fullIntraRequest(int ssrc, int commandNumber) {
    told.add(String.format(Locale.ROOT, "fir %d %d", ssrc, commandNumber));
  }

  @Override
  public void receiverEstimate(long bitsPerSecond) {
    told.add("remb " + bitsPerSecond);
  }

  @Override
  public void bye(int ssrc) {
    told.add("bye " + ssrc);
  }
}
