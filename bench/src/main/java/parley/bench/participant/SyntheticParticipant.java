package parley.bench.participant;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import livekit.LivekitModels;
import livekit.LivekitRtc;
import org.jspecify.annotations.Nullable;
import parley.wire.rtcp.RtcpListener;
import parley.wire.rtcp.RtcpReader;
import parley.wire.rtp.RtpPacket;
import parley.wire.sdp.MediaSection;
import parley.wire.sdp.SessionDescription;

/** One person of a load: joins, plays its script, counts what it receives. */
public final class SyntheticParticipant implements AutoCloseable {
  private final Script script;
  private final Metronome metronome;
  private final MediaLink link;
  private final SignalClient signal = new SignalClient(this::receive);
  private final Sections sections = new Sections();
  private final Received received = new Received();
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Void> firstPacket = new CompletableFuture<>();
  private final CompletableFuture<String> left = new CompletableFuture<>();
  private final String voiceId = UUID.randomUUID().toString();
  private final String cameraId = UUID.randomUUID().toString();
  private final int firstSsrc = ThreadLocalRandom.current().nextInt() & ~7;
  private @Nullable Performer performer;
  private boolean linked;
  private boolean offering;
  private boolean offerAgain;
  private boolean playing;
  private int offers;
  private int published;

  public SyntheticParticipant(Script script, Metronome metronome, PeerLinks links) {
    this.script = script;
    this.metronome = metronome;
    this.link = links.open(new Arrivals());
  }

  /** Opens the signal socket; {@link #connected} follows. */
  public void join(HttpClient http, Admission admission) {
    signal.open(http, admission, nextOffer());
  }

  /** Done when ICE and DTLS are through. */
  public CompletableFuture<Void> connected() {
    return connected;
  }

  /** Done when the first packet of somebody else has arrived. */
  public CompletableFuture<Void> firstPacket() {
    return firstPacket;
  }

  /** Done with the server's reason when it ended the session. */
  public CompletableFuture<String> left() {
    return left;
  }

  public Received received() {
    return received;
  }

  private synchronized void receive(LivekitRtc.SignalResponse message) {
    switch (message.getMessageCase()) {
      case JOIN -> announce();
      case ANSWER -> answered(message.getAnswer());
      case TRACK_PUBLISHED -> published();
      case MEDIA_SECTIONS_REQUIREMENT -> {
        var wanted = message.getMediaSectionsRequirement();
        sections.addReceiving(wanted.getNumAudios(), wanted.getNumVideos());
        offer();
      }
      case UPDATE -> watch(message.getUpdate());
      case LEAVE ->
          left.complete(message.getLeave().getReason() + " " + message.getLeave().getAction());
      default -> {
        // Everything else is news that a load does not act on.
      }
    }
  }

  private void announce() {
    if (script.voice() != null) {
      signal.send(
          add(voiceId, LivekitModels.TrackType.AUDIO, LivekitModels.TrackSource.MICROPHONE));
    }
    if (!script.layers().isEmpty()) {
      signal.send(add(cameraId, LivekitModels.TrackType.VIDEO, LivekitModels.TrackSource.CAMERA));
    }
  }

  private LivekitRtc.SignalRequest add(
      String id, LivekitModels.TrackType type, LivekitModels.TrackSource source) {
    var request =
        LivekitRtc.AddTrackRequest.newBuilder().setCid(id).setType(type).setSource(source);
    if (type == LivekitModels.TrackType.VIDEO) {
      for (int i = 0; i < script.layers().size(); i++) {
        request.addLayers(
            LivekitModels.VideoLayer.newBuilder()
                .setQualityValue(i)
                .setWidth(script.layers().get(i).width())
                .setHeight(script.layers().get(i).height()));
      }
      request.setWidth(script.layers().getLast().width());
      request.setHeight(script.layers().getLast().height());
    }
    return LivekitRtc.SignalRequest.newBuilder().setAddTrack(request).build();
  }

  private void published() {
    int tracks = (script.voice() == null ? 0 : 1) + (script.layers().isEmpty() ? 0 : 1);
    if (++published < tracks) return;
    int soundMid = -1;
    int pictureMid = -1;
    if (script.voice() != null) {
      soundMid = sections.addSending("audio", voiceId, List.of(), firstSsrc);
    }
    if (!script.layers().isEmpty()) {
      pictureMid = sections.addSending("video", cameraId, script.rids(), firstSsrc + 1);
    }
    performer = new Performer(link, script, soundMid, pictureMid, firstSsrc);
    offer();
  }

  private void offer() {
    offerAgain = offering;
    if (offering) return;
    signal.send(LivekitRtc.SignalRequest.newBuilder().setOffer(nextOffer()).build());
  }

  private synchronized LivekitRtc.SessionDescription nextOffer() {
    offering = true;
    String sdp = Offer.write(sections.all(), link.ufrag(), link.password(), link.fingerprint());
    return LivekitRtc.SessionDescription.newBuilder()
        .setType("offer")
        .setSdp(sdp)
        .setId(++offers)
        .build();
  }

  private void answered(LivekitRtc.SessionDescription answer) {
    offering = false;
    SessionDescription sdp = SessionDescription.parse(answer.getSdp());
    if (sdp == null) throw new IllegalStateException("The answer is no SDP:\n" + answer.getSdp());
    if (!linked) link(sdp);
    long answeredSections = sdp.media().size();
    Performer ready = performer;
    if (ready != null && answeredSections == sections.all().size() && !playing) play(ready);
    if (offerAgain) offer();
  }

  private void play(Performer ready) {
    playing = true;
    int rate = script.layers().isEmpty() ? 1 : script.layers().getFirst().framesPerSecond();
    connected.thenRun(() -> metronome.add(ready, rate));
  }

  private void link(SessionDescription sdp) {
    linked = true;
    MediaSection first = sdp.media().getFirst();
    String candidate = first.value("candidate");
    if (candidate == null) throw new IllegalStateException("The answer has no candidate");
    String[] words = candidate.split(" ");
    try {
      link.connect(
          new InetSocketAddress(InetAddress.getByName(words[4]), Integer.parseInt(words[5])),
          need(sdp.inherited(first, "ice-ufrag")),
          need(sdp.inherited(first, "ice-pwd")),
          need(sdp.inherited(first, "fingerprint")));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String need(@Nullable String value) {
    if (value == null) throw new IllegalStateException("The answer lacks a transport attribute");
    return value;
  }

  private void watch(LivekitRtc.ParticipantUpdate update) {
    if (script.tileWidth() == 0) return;
    for (var participant : update.getParticipantsList()) {
      for (var track : participant.getTracksList()) {
        if (track.getType() != LivekitModels.TrackType.VIDEO) continue;
        signal.send(
            LivekitRtc.SignalRequest.newBuilder()
                .setTrackSetting(
                    LivekitRtc.UpdateTrackSettings.newBuilder()
                        .addTrackSids(track.getSid())
                        .setWidth(script.tileWidth())
                        .setHeight(script.tileWidth() * 9 / 16))
                .build());
      }
    }
  }

  @Override
  public void close() {
    Performer playingNow = performer;
    if (playingNow != null) metronome.remove(playingNow);
    signal.send(
        LivekitRtc.SignalRequest.newBuilder()
            .setLeave(
                LivekitRtc.LeaveRequest.newBuilder()
                    .setReason(LivekitModels.DisconnectReason.CLIENT_INITIATED))
            .build());
    signal.close();
    link.close();
  }

  private final class Arrivals implements MediaLink.Receiver, RtcpListener {
    private final RtpPacket view = new RtpPacket();
    private final RtcpReader reader = new RtcpReader();

    @Override
    public void connected() {
      connected.complete(null);
    }

    @Override
    public void rtp(ByteBuffer packet) {
      if (!view.wrap(packet, packet.position(), packet.remaining())) return;
      received.count(view.ssrc(), view.sequenceNumber(), packet.remaining());
      if (!firstPacket.isDone()) firstPacket.complete(null);
    }

    @Override
    public void rtcp(ByteBuffer packet) {
      reader.read(packet, packet.position(), packet.remaining(), this);
    }

    @Override
    public void closed(String reason) {
      left.complete(reason);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
      Performer playingNow = performer;
      if (playingNow != null) playingNow.keyframe(mediaSsrc);
    }
  }
}
