package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.wire.rtcp.RtcpWriter;
import parley.wire.rtcp.TwccReader;
import parley.wire.rtp.ExtensionWriter;
import parley.wire.rtp.RtpHeader;
import parley.wire.rtp.RtpPacket;

class TwccRecorderTest {
  private static final long MILLI = 1_000_000L;

  private final TwccRecorder recorder = new TwccRecorder(0);
  private final ExtensionWriter extensions = new ExtensionWriter();
  private final ByteBuffer b = ByteBuffer.allocate(100);
  private final RtpPacket packet = new RtpPacket();
  private final RtcpWriter writer = new RtcpWriter(1200);
  private final Map<Integer, Long> told = new TreeMap<>();
  private int feedbacks;

  private void arrive(int number, long millis) {
    RtpHeader.write(b, 0, 96, 1, 2, 77);
    extensions.begin(b, 0);
    b.putShort(extensions.element(3, 2), (short) number);
    packet.wrap(b, 0, extensions.end() + 10);
    recorder.record(packet, millis * MILLI);
  }

  private void tell() {
    recorder.tell((ssrc, count, arrivals) -> {
      assertThat(ssrc).isEqualTo(77);
      assertThat(count).isEqualTo(feedbacks++);
      writer.clear();
      assertThat(writer.transportFeedback(1, ssrc, count, arrivals)).isTrue();
      read(writer.compound());
    });
  }

  private void read(ByteBuffer feedback) {
    TwccReader reader = new TwccReader();
    assertThat(reader.wrap(feedback, 0, feedback.limit())).isTrue();
    while (reader.next()) {
      told.put(reader.sequenceNumber(), reader.received() ? reader.arrivalMicros() / 1000 : -1);
    }
  }

  @Test
  void nothingIsToldWhenNotNegotiated() {
    arrive(1, 10);
    tell();
    assertThat(feedbacks).isZero();
  }

  @Test
  void arrivalsAndHoles() {
    recorder.extension(3);
    arrive(65_534, 10);
    arrive(65_535, 20);
    arrive(1, 30);
    tell();
    assertThat(told)
        .containsEntry(65_534, 10L)
        .containsEntry(65_535, 20L)
        .containsEntry(0, -1L)
        .containsEntry(1, 30L);
    tell();
    assertThat(feedbacks).isEqualTo(1);
  }

  @Test
  void lateOnesAreToldInTheNextFeedback() {
    recorder.extension(3);
    arrive(10, 10);
    arrive(12, 20);
    tell();
    arrive(11, 60);
    arrive(13, 61);
    tell();
    assertThat(told).containsEntry(11, 60L).containsEntry(12, 20L).containsEntry(13, 61L);
  }

  @Test
  void longSilenceBeginsAFeedbackOfItsOwn() {
    recorder.extension(3);
    arrive(10, 10);
    arrive(11, 60_000);
    tell();
    assertThat(feedbacks).isEqualTo(2);
    assertThat(told).containsEntry(10, 10L).containsEntry(11, 60_000L);
  }

  @Test
  void floodStaysBounded() {
    recorder.extension(3);
    for (int i = 0; i < 200_000; i++) {
      arrive(i * 7 & 0xFFFF, i / 100);
    }
    tell();
    assertThat(feedbacks).isLessThan(10);
  }
}
