package parley.mediaserver.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.UpdateTrackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.mediaserver.SignalOutbound;

class SignalFramesTest implements SignalOutbound, SignalReceiver {
  private static final byte[] PING = SignalRequest.newBuilder().setPing(1).build().toByteArray();

  private final List<SignalRequest> received = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final SignalQueue queue = new SignalQueue(this, Runnable::run, new SignalTroubles());
  private long nanos;
  private boolean deaf;
  private int lost;
  private final SignalTroubles troubles = new SignalTroubles();
  private final SignalFrames frames = frames();

  @Test
  void handsMessagesOn() {
    frames.binary(PING);
    assertThat(received).hasSize(1);
    assertThat(sent).isEmpty();
  }

  @Test
  void skipsMessagesOfUnknownKinds() {
    UnknownFieldSet.Field field = UnknownFieldSet.Field.newBuilder().addVarint(1).build();
    byte[] later =
        SignalRequest.newBuilder()
            .setUnknownFields(UnknownFieldSet.newBuilder().addField(99, field).build())
            .build()
            .toByteArray();
    frames.binary(later);
    assertThat(received.getFirst().getMessageCase())
        .isEqualTo(SignalRequest.MessageCase.MESSAGE_NOT_SET);
    assertThat(sent).isEmpty();
  }

  @Test
  void answersJsonInJson() {
    frames.text("{\"ping\":\"1\"}");
    queue.send(SignalResponse.newBuilder().setPong(5).build());
    assertThat(received.getFirst().getPing()).isEqualTo(1);
    assertThat(sent).containsExactly("{\"pong\":\"5\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"ping\":\"1\"} x",
        "{\"ping\":\"1\",\"ping\":\"2\"}",
        "{\"offer\":{\"type\":\"offer\",\"type\":\"answer\"}}",
        "{\"__proto__\":{}}",
        "{\"ping\":{}}",
        "{\"ping\":1,}",
        "{'ping':1}",
        "{ping:1}",
        "{\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
      })
  void closesOnBadJson(String text) {
    frames.text(text);
    assertThat(sent).containsExactly("close 1007");
    assertThat(received).isEmpty();
    assertThat(lost).isEqualTo(1);
  }

  @Test
  void closesOnMalformedBytes() {
    frames.binary(new byte[] {(byte) 0xFF, (byte) 0xFF, 1});
    frames.binary(PING);
    assertThat(sent).containsExactly("close 1007");
    assertThat(received).isEmpty();
  }

  @Test
  void closesOnOversizedMessages() {
    frames.binary(new byte[frames.maxMessageBytes() + 1]);
    assertThat(sent).containsExactly("close 1009");
  }

  @Test
  void closesOnFloods() {
    for (int i = 0; i < 5000; i++) {
      frames.binary(PING);
    }
    assertThat(received).hasSize(1000);
    assertThat(sent).containsExactly("close 1008");
    assertThat(lost).isEqualTo(1);
  }

  @Test
  void aBusyClientIsNoFlood() {
    for (int second = 0; second < 60; second++) {
      for (int i = 0; i < 90; i++) {
        frames.binary(PING);
      }
      nanos += 1_000_000_000L;
    }
    assertThat(received).hasSize(60 * 90);
  }

  /** A hundred cameras, a page laid out anew, somebody coming every second, a bad network. */
  @Test
  void aClientInAMeetingOfAHundredIsNoFlood() {
    byte[] offer =
        SignalRequest.newBuilder()
            .setOffer(SessionDescription.newBuilder().setSdp("x".repeat(100_000)))
            .build()
            .toByteArray();
    SignalRate rate = new SignalRate(() -> nanos);
    SignalFrames socket = new SignalFrames(queue, this, rate, troubles);
    for (int second = 0; second < 60; second++) {
      if (second % 10 == 0) {
        assertThat(rate.passSocket()).isTrue();
        socket = new SignalFrames(queue, this, rate, troubles);
        for (int tile = 0; tile < 200; tile++) {
          socket.binary(setting("TR_" + tile));
        }
      }
      socket.binary(PING);
      socket.binary(offer);
      socket.binary(offer);
      nanos += 1_000_000_000L;
    }
    assertThat(sent).isEmpty();
    assertThat(received).hasSize(60 * 3 + 6 * 200);
  }

  private static byte[] setting(String track) {
    return SignalRequest.newBuilder()
        .setTrackSetting(
            UpdateTrackSettings.newBuilder().addTrackSids(track).setWidth(320).setHeight(180))
        .build()
        .toByteArray();
  }

  @Test
  void closesWhenTheRoomCannotKeepUp() {
    deaf = true;
    for (int i = 0; i < 600; i++) {
      frames.binary(PING);
    }
    assertThat(sent).containsExactly("close 1008");
  }

  @Test
  void survivesNoise() {
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      frames().binary(noise);
    }
  }

  private SignalFrames frames() {
    return new SignalFrames(queue, this, new SignalRate(() -> nanos), troubles);
  }

  @Override
  public void expelled(SignalTrouble trouble, int code, String why) {
    sent.add("close " + code);
    lost();
  }

  @Override
  public int tracks() {
    return 0;
  }

  @Override
  public void received(Incoming message, Runnable done) {
    received.add(message.request());
    if (!deaf) {
      done.run();
    }
  }

  @Override
  public void lost() {
    lost++;
  }

  @Override
  public void send(byte[] frame) {
    sent.add("binary");
  }

  @Override
  public void sendText(String frame) {
    sent.add(frame);
  }

  @Override
  public void close(int code, String reason) {
    sent.add("close " + code);
  }
}
