package parley.bench.participant;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import livekit.LivekitModels;
import livekit.LivekitRtc;
import org.jspecify.annotations.Nullable;

/** The signal WebSocket of {@code /rtc/v1}: protobuf frames, sent in order. */
final class SignalClient implements WebSocket.Listener {
  private final Consumer<LivekitRtc.SignalResponse> receiver;
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private @Nullable WebSocket socket;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /**
   * @param receiver called with each message, one at a time
   */
  SignalClient(Consumer<LivekitRtc.SignalResponse> receiver) {
    this.receiver = receiver;
  }

  /** Opens the socket with the offer in the join request. */
  void open(HttpClient http, Admission admission, LivekitRtc.SessionDescription offer) {
    LivekitRtc.JoinRequest join =
        LivekitRtc.JoinRequest.newBuilder()
            .setClientInfo(
                LivekitModels.ClientInfo.newBuilder()
                    .setSdk(LivekitModels.ClientInfo.SDK.RUST)
                    .setVersion("0.7.0")
                    .setProtocol(17))
            .setConnectionSettings(
                LivekitRtc.ConnectionSettings.newBuilder()
                    .setAutoSubscribe(true)
                    .setAdaptiveStream(true))
            .setPublisherOffer(offer)
            .build();
    LivekitRtc.WrappedJoinRequest wrapped =
        LivekitRtc.WrappedJoinRequest.newBuilder().setJoinRequest(join.toByteString()).build();
    String parameter = Base64.getUrlEncoder().encodeToString(wrapped.toByteArray());
    URI target =
        URI.create(
            admission.mediaUrl().replaceFirst("/$", "") + "/rtc/v1?join_request=" + parameter);
    http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + admission.mediaToken())
        .buildAsync(target, this)
        .join();
  }

  synchronized void send(LivekitRtc.SignalRequest request) {
    WebSocket open = socket;
    if (open == null) return;
    ByteString bytes = request.toByteString();
    last =
        last.handle((done, failed) -> open.sendBinary(bytes.asReadOnlyByteBuffer(), true))
            .thenCompose(sent -> sent);
  }

  synchronized void close() {
    if (socket != null) socket.abort();
  }

  // Before the first message: its answer needs the socket.
  @Override
  public void onOpen(WebSocket opened) {
    synchronized (this) {
      socket = opened;
    }
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean complete) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    partial.writeBytes(bytes);
    if (complete) {
      byte[] frame = partial.toByteArray();
      partial.reset();
      try {
        receiver.accept(LivekitRtc.SignalResponse.parseFrom(frame));
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException("The server sent a frame that is no SignalResponse", e);
      }
    }
    from.request(1);
    return null;
  }
}
