package parley.mediaserver.room;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.media.Media;
import parley.mediaserver.negotiate.Answer;
import parley.mediaserver.negotiate.AnswerWriter;
import parley.mediaserver.negotiate.Offer;
import parley.mediaserver.negotiate.OwnTransport;
import parley.mediaserver.negotiate.Section;
import parley.mediaserver.negotiate.Sections;
import parley.sfu.RemoteTransport;
import parley.sfu.Timer;
import parley.wire.sdp.Origin;

/**
 * The offers and answers of one participant. The client always offers; when we need a new offer we
 * ask for one ({@code media_sections_requirement}), never twice at once.
 */
final class Negotiator {
  /** A request for an offer that was not followed is repeated after this. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  /** Of an offer in a room without tracks: clients begin with seven. */
  private static final int SECTIONS = 64;

  private final LiveParticipant participant;
  private final Sections sections = new Sections();
  private final String sessionId =
      Long.toString(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  private long version;
  private @Nullable RemoteTransport remote;
  private Map<String, Answer.Agreed> agreed = Map.of();
  private @Nullable Timer request;
  private long requestAtNanos;
  private boolean requested;
  private long requestedAtNanos;
  private int fruitless;

  Negotiator(LiveParticipant participant) {
    this.participant = participant;
  }

  Sections sections() {
    return sections;
  }

  /** The client offers; null when it cannot be answered. */
  void offered(@Nullable Offer offer) {
    if (offer != null && offer.sections().size() > maxSections()) {
      participant.room().remove(participant, Departure.misbehaved(1008, "too many sections"));
      return;
    }
    if (offer == null || !connect(offer) || !sections.accept(offer)) {
      participant.startAfresh();
      return;
    }
    requested = false;
    sections.stopped().forEach(this::stopped);
    participant.subscriptions().displaced(sections.displaced());
    claim();
    boolean placed = participant.subscriptions().place(sections);
    answer(offer);
    begin();
    askForMore(placed);
  }

  /** A new offer is needed within this time. */
  void want(Duration within) {
    long at = participant.room().nanoTime() + within.toNanos();
    Timer pending = request;
    if (version == 0 || pending != null && requestAtNanos - at <= 0) {
      return;
    }
    if (pending != null) {
      pending.cancel();
    }
    requestAtNanos = at;
    request =
        participant.room().schedule(within, () -> participant.room().guard(participant, this::ask));
  }

  /** Tracks asked for after their section was offered. */
  void claimLate() {
    if (version > 0) {
      claim();
      begin();
    }
  }

  /** Called every second. */
  void tick() {
    if (requested && participant.room().nanoTime() - requestedAtNanos > PATIENCE_NANOS) {
      requested = false;
      want(Duration.ZERO);
    }
  }

  /**
   * The signal was replaced: what was asked over the old one is forgotten, the client re-offers.
   */
  void resumed() {
    requested = false;
  }

  void close() {
    Timer pending = request;
    if (pending != null) {
      pending.cancel();
    }
    request = null;
  }

  private void ask() {
    request = null;
    if (requested || !participant.attached()) {
      return;
    }
    Subscriptions wanted = participant.subscriptions();
    int audios = sections.missing("audio", wanted.waiting("audio"));
    int videos = sections.missing("video", wanted.waiting("video"));
    requested = true;
    requestedAtNanos = participant.room().nanoTime();
    participant.send(Responses.sections(audios, videos));
  }

  /** A client that never makes room is asked less and less often. */
  private void askForMore(boolean placed) {
    Subscriptions wanted = participant.subscriptions();
    if (wanted.waiting("audio") + wanted.waiting("video") == 0) {
      fruitless = 0;
      return;
    }
    fruitless = placed ? 0 : Math.min(fruitless + 1, 8);
    want(fruitless <= 1 ? Duration.ZERO : Duration.ofMillis(100L << fruitless));
  }

  /** Each track of others needs one, and those of tracks that are gone stay. */
  private int maxSections() {
    return SECTIONS + 4 * participant.room().mostTracks();
  }

  private boolean connect(Offer offer) {
    RemoteTransport next = offer.transport();
    RemoteTransport before = remote;
    if (before != null && !before.fingerprint().text().equals(next.fingerprint().text())) {
      return false;
    }
    if (before == null || !before.credentials().equals(next.credentials())) {
      if (before != null) {
        participant.leg().restartIce();
      }
      participant.leg().connect(next);
      remote = next;
    }
    return true;
  }

  private void stopped(Section section) {
    if (section.publication() instanceof LiveTrack track) {
      participant.room().unpublish(track);
    }
  }

  private void claim() {
    participant.publications().claim(sections.unclaimed());
  }

  private void answer(Offer offer) {
    Media media = participant.room().house().media();
    OwnTransport own =
        new OwnTransport(participant.leg().local(), media.fingerprint(), media.candidates());
    boolean mayPublish = participant.grants().canPublish();
    Origin origin = new Origin("-", sessionId, ++version);
    Answer answer = AnswerWriter.write(offer, sections.plans(mayPublish), own, origin);
    sections.answered();
    agreed = answer.sections();
    participant.leg().receiveParameters(answer.received());
    participant.send(Responses.answer(answer.description().write(), offer.id(), midToTrackId()));
  }

  /** Whatever has a section and terms for it flows from now on; what flows already goes on. */
  private void begin() {
    Collection<LiveTrack> tracks = participant.publications().all();
    for (LiveTrack track : tracks) {
      Section section = track.section();
      Answer.Agreed terms = section == null ? null : agreed.get(section.mid());
      if (terms != null) {
        track.start(terms, participant.room().house().clock().instant());
      }
    }
    participant.subscriptions().start(agreed);
    for (LiveTrack track : tracks) {
      if (!track.simulcast() && track.media() != null) {
        participant.room().announce(track);
      }
    }
  }

  private Map<String, String> midToTrackId() {
    Map<String, String> map = new LinkedHashMap<>();
    sections
        .byMid()
        .forEach((mid, section) -> {
          if (section.delivery() instanceof LiveSubscription subscription) {
            map.put(mid, subscription.track().sid());
          }
        });
    return map;
  }
}
