package parley.mediaserver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;

/**
 * A client on a slow signal that negotiates as livekit-client does: one offer at a time, what
 * changed meanwhile goes into the next; a track is taken back only once it was acknowledged and
 * answered, and published again without waiting.
 */
final class HastyClient {
  // VP8 and Opus alone keep it small: it is said over and over.
  private static final String OFFER =
      RecordedOffers.text("chromium-offer-3")
          .replaceAll("(m=video \\d+ \\S+) .*", "$1 96 97")
          .replaceAll("(m=audio \\d+ \\S+) .*", "$1 111")
          .replaceAll("a=(rtpmap|fmtp|rtcp-fb):(?!(96|97|111) ).*\r\n", "");
  private static final int FIRST_SECTION = OFFER.indexOf("m=audio");

  /** A section of its own connection. */
  private static final class OwnSection {
    final String template;
    @Nullable Own track;
    boolean answered;

    OwnSection(String template, @Nullable Own track) {
      this.template = template;
      this.track = track;
    }
  }

  /** A microphone or camera of its own. */
  static final class Own {
    final TrackSource source;
    final String cid;
    private @Nullable OwnSection section;
    @Nullable String sid;
    boolean muted;

    Own(TrackSource source) {
      this.source = source;
      this.cid = "cid-of-" + source;
    }

    boolean published() {
      return section != null;
    }
  }

  final TestClient client;
  final Own microphone = new Own(TrackSource.MICROPHONE);
  final Own camera = new Own(TrackSource.CAMERA);
  private final List<OwnSection> sections = new ArrayList<>();
  private final Queue<Runnable> outgoing = new ArrayDeque<>();
  private final Map<String, String> templates = new HashMap<>();
  private int heard;
  private boolean offering;
  private boolean offerDue;

  HastyClient(TestClient client) {
    this.client = client.joinAndConnect();
    heard = client.received.size();
    List<String> recorded = List.of(OFFER.substring(FIRST_SECTION).split("(?=\r\nm=)"));
    for (int i = 0; i < 7; i++) {
      sections.add(new OwnSection(recorded.get(i).strip(), null));
    }
    templates.put("MICROPHONE", recorded.get(7).strip());
    templates.put("CAMERA", recorded.get(8).strip());
  }

  void publish(Own track) {
    track.sid = null;
    boolean audio = track.source == TrackSource.MICROPHONE;
    later(() -> {
      if (audio) {
        client.addMicrophone(track.cid);
      } else {
        client.addCamera(track.cid, "vp8");
      }
    });
    OwnSection section =
        new OwnSection(Objects.requireNonNull(templates.get(track.source.name())), track);
    track.section = section;
    sections.add(section);
    offerDue = true;
  }

  boolean mayTakeBack(Own track) {
    OwnSection section = track.section;
    return track.sid != null && section != null && section.answered;
  }

  void takeBack(Own track) {
    Objects.requireNonNull(track.section).track = null;
    track.section = null;
    track.muted = false;
    offerDue = true;
  }

  void mute(Own track) {
    track.muted = !track.muted;
    say(Requests.mute(Objects.requireNonNull(track.sid), track.muted));
  }

  void say(SignalRequest.Builder request) {
    later(() -> client.send(request));
  }

  /** Offers what is due unless an offer is on its way; what changes from now on is not in it. */
  void offer() {
    if (offerDue && !offering) {
      offering = true;
      offerDue = false;
      String sdp = description();
      later(() -> client.offerText(sdp));
    }
  }

  /** One of its messages reaches the server; false when none is on its way. */
  boolean deliver() {
    if (outgoing.isEmpty()) {
      offer();
    }
    Runnable next = outgoing.poll();
    if (next != null) {
      next.run();
    }
    return next != null;
  }

  /** One message of the server reaches it; false when none is on its way. */
  boolean hear() {
    if (heard == client.received.size()) {
      return false;
    }
    SignalResponse message = client.received.get(heard++);
    switch (message.getMessageCase()) {
      case TRACK_PUBLISHED -> {
        String cid = message.getTrackPublished().getCid();
        Own own = cid.equals(camera.cid) ? camera : microphone;
        own.sid = message.getTrackPublished().getTrack().getSid();
      }
      case MEDIA_SECTIONS_REQUIREMENT -> {
        var wanted = message.getMediaSectionsRequirement();
        add(0, wanted.getNumAudios());
        add(3, wanted.getNumVideos());
        offerDue = true;
      }
      case ANSWER -> {
        offering = false;
        sections.forEach(one -> one.answered |= offered(message).contains(one));
      }
      default -> {
        // tells nothing that it has to act on
      }
    }
    return true;
  }

  private List<OwnSection> offered(SignalResponse answer) {
    String sdp = answer.getAnswer().getSdp();
    return sections.subList(0, (int) sdp.lines().filter(line -> line.startsWith("m=")).count());
  }

  private void add(int like, int count) {
    for (int i = 0; i < count; i++) {
      sections.add(new OwnSection(sections.get(like).template, null));
    }
  }

  private void later(Runnable message) {
    outgoing.add(message);
  }

  private String description() {
    StringBuilder sdp = new StringBuilder(OFFER.substring(0, FIRST_SECTION));
    for (int i = 0; i < sections.size(); i++) {
      OwnSection one = sections.get(i);
      String text = one.template.replaceAll("a=mid:\\d+", "a=mid:" + i);
      if (text.contains("a=sendonly")) {
        Own track = one.track;
        text =
            track == null
                ? text.replace("a=sendonly", "a=inactive")
                : text.replaceAll("(a=msid:\\S+) \\S+", "$1 " + track.cid);
      }
      sdp.append(text).append("\r\n");
    }
    return sdp.toString();
  }
}
