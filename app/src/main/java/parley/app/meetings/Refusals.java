package parley.app.meetings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parley.app.shared.Refusal;

/** Every no of this room, with the sentence people read. */
public final class Refusals {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Refusals() {}

  /** No meeting has this code, or the asker may not know of it. */
  public static Refusal notFound(String code) {
    String sentence =
        String.format(
            Locale.ROOT,
            "No meeting has the code %s. Check the link, or ask the host for a new one.",
            code);
    return new Refusal(404, "meeting_not_found", sentence);
  }

  /** The meeting was ended or cancelled. */
  public static Refusal ended(Meeting meeting) {
    String sentence =
        meeting.status() == MeetingStatus.CANCELLED
            ? "This meeting was cancelled. Ask the host for a new one."
            : "This meeting has ended. Ask the host for a new one.";
    return new Refusal(410, "meeting_ended", sentence);
  }

  /** Somebody else changed the same thing from the same version, and was quicker. */
  public static Refusal changedMeanwhile() {
    return new Refusal(
        409,
        "changed_meanwhile",
        "Somebody else has changed this meanwhile. Look at it as it is now, then change it again.");
  }

  /** All seats are taken; those who run the meeting are never told so. */
  public static Refusal full(Meeting meeting) {
    String sentence =
        String.format(
            Locale.ROOT,
            "The meeting is full (%d people). Try again when someone leaves.",
            meeting.maxParticipants());
    return new Refusal(409, "meeting_full", sentence);
  }

  public static Refusal locked() {
    return new Refusal(
        423, "meeting_locked", "The host has locked this meeting. Ask the host to let you in.");
  }

  public static Refusal removed() {
    return new Refusal(403, "removed", "The host has removed you from this meeting.");
  }

  /** The meeting opens at that time. */
  public static Refusal notYetOpen(Instant opens) {
    String sentence = String.format(Locale.ROOT, "This meeting opens on %s.", TIME.format(opens));
    return new Refusal(403, "not_yet_open", sentence);
  }

  public static Refusal invalidInvite() {
    return new Refusal(
        403,
        "invalid_invite",
        "This invitation link is not complete or was changed. Ask the host for a new one.");
  }

  /** The bare code does not let guests in. */
  public static Refusal inviteNeeded() {
    return new Refusal(
        403,
        "invalid_invite",
        "Guests need the invitation link of this meeting. Ask the host for it, or log in.");
  }
}
