package parley.app.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code meetings}.
 *
 * @param maxParticipants how many people may be in it at once
 * @param guestsAllowed whether the bare code lets people without an account in; the signed link
 *     always does
 * @param conferenceServerId the media server its room was last made on
 * @param participantsNow how many people are in it at this moment
 */
public record Meeting(
    UUID id,
    UUID hostUserId,
    @Nullable String title,
    @Nullable String description,
    MeetingCode code,
    boolean isInstant,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    int maxParticipants,
    boolean isLocked,
    boolean guestsAllowed,
    boolean recordingAllowed,
    boolean transcriptionEnabled,
    @Nullable String conferenceServerId,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @Nullable Instant endedAt,
    @Nullable Instant cancelledAt,
    int participantsNow) {

  /** Where it stands. */
  public MeetingStatus status() {
    if (cancelledAt != null) {
      return MeetingStatus.CANCELLED;
    }
    if (endedAt != null) {
      return MeetingStatus.ENDED;
    }
    return participantsNow > 0 ? MeetingStatus.LIVE : MeetingStatus.SCHEDULED;
  }

  /** Whether people may still come in. */
  public boolean isOpen() {
    return endedAt == null && cancelledAt == null;
  }

  /** When it was ended or cancelled. */
  public @Nullable Instant overSince() {
    return endedAt != null ? endedAt : cancelledAt;
  }

  /** What it is called where it has no title. */
  public String shownTitle() {
    return title == null || title.isBlank() ? "Meeting " + code : title;
  }
}
