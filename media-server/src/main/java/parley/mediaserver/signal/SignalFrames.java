package parley.mediaserver.signal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.SignalSession;

/**
 * Frames of one WebSocket, checked and parsed where they arrive and handed on as messages. Floods
 * and nonsense end this participant and touch nobody else.
 */
public final class SignalFrames implements SignalSession {
  private static final Logger log = LoggerFactory.getLogger(SignalFrames.class);

  private static final int MALFORMED = 1007;
  private static final int POLICY = 1008;
  private static final int TOO_BIG = 1009;
  private static final int FAILED = 1011;

  /** Messages that may wait for their room's thread. */
  private static final int MAX_UNDONE = 512;

  /** What a refused message costs, in messages: hardly any client sends one. */
  private static final int REFUSED = 100;

  private static final int FIELDS_A_MESSAGE = 16;

  private final SignalQueue queue;
  private final SignalReceiver receiver;
  private final SignalRate rate;
  private final SignalTroubles troubles;
  private final AtomicInteger undone = new AtomicInteger();
  private boolean closed;

  public SignalFrames(
      SignalQueue queue, SignalReceiver receiver, SignalRate rate, SignalTroubles troubles) {
    this.queue = queue;
    this.receiver = receiver;
    this.rate = rate;
    this.troubles = troubles;
  }

  @Override
  public int maxMessageBytes() {
    return SignalLimits.messageBytes(descriptionBytes());
  }

  @Override
  public void binary(byte[] message) {
    if (admits(message.length)) {
      take(Frames.read(message, descriptionBytes()));
    }
  }

  @Override
  public void text(String message) {
    if (admits(message.getBytes(StandardCharsets.UTF_8).length)) {
      queue.useJson();
      take(Frames.readJson(message, descriptionBytes()));
    }
  }

  @Override
  public void tooLarge() {
    if (!closed) {
      expel(
          SignalTrouble.TOO_LARGE,
          TOO_BIG,
          "a message of more than " + maxMessageBytes() + " bytes");
    }
  }

  @Override
  public void closed() {
    if (!closed) {
      closed = true;
      receiver.lost();
    }
  }

  private int descriptionBytes() {
    return SignalLimits.descriptionBytes(receiver.tracks());
  }

  private boolean admits(int length) {
    if (closed) {
      return false;
    }
    if (length > maxMessageBytes()) {
      tooLarge();
    } else if (undone.get() >= MAX_UNDONE) {
      expel(SignalTrouble.TOO_MANY, POLICY, "more than " + MAX_UNDONE + " messages undone");
    } else {
      expelIf(rate.pass(length));
    }
    return !closed;
  }

  private void take(Frames.Reading reading) {
    switch (reading) {
      case Frames.Reading.Message message -> take(message);
      case Frames.Reading.Excessive excessive -> refuse(excessive);
      case Frames.Reading.Malformed malformed ->
          expel(SignalTrouble.MALFORMED, MALFORMED, "a message that is none");
    }
  }

  private void take(Frames.Reading.Message message) {
    expelIf(rate.weigh(weight(message.request()) + message.fields() / FIELDS_A_MESSAGE));
    if (closed) {
      return;
    }
    Incoming read;
    try {
      read = Incoming.of(message.request());
    } catch (RuntimeException unread) {
      log.error("A message could not be read: {}", unread.toString());
      expel(SignalTrouble.FAILED, FAILED, "the server failed");
      return;
    }
    undone.incrementAndGet();
    receiver.received(read, () -> undone.decrementAndGet());
  }

  /** What a room does for a message beyond what it does for a ping, in pings. */
  private static int weight(SignalRequest request) {
    return switch (request.getMessageCase()) {
      case OFFER, SYNC_STATE -> 20;
      case SUBSCRIPTION_PERMISSION, UPDATE_METADATA -> 10;
      case ADD_TRACK -> 4;
      default -> 0;
    };
  }

  private void refuse(Frames.Reading.Excessive excessive) {
    troubles.count(SignalTrouble.EXCESSIVE);
    queue.send(
        SignalResponse.newBuilder()
            .setRequestResponse(
                excessive
                    .answer()
                    .setReason(RequestResponse.Reason.LIMIT_EXCEEDED)
                    .setMessage(excessive.why()))
            .build());
    expelIf(rate.weigh(REFUSED));
  }

  private void expelIf(@Nullable String tooMuch) {
    if (tooMuch != null) {
      expel(SignalTrouble.TOO_MANY, POLICY, tooMuch);
    }
  }

  private void expel(SignalTrouble trouble, int code, String why) {
    closed = true;
    troubles.count(trouble);
    receiver.expelled(trouble, code, why);
  }
}
