package parley.app.notifications;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingAgenda;

/** Finds the words for notifications, with times in the reader's zone. */
@Component
class Wording {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT_OF_ANOTHER_YEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm zzz", Locale.ENGLISH);
  private static final String MEETINGS = "/home";
  private static final String ALL = "/notifications";

  private final MeetingAgenda agenda;
  private final Clock clock;

  Wording(MeetingAgenda agenda, Clock clock) {
    this.agenda = agenda;
    this.clock = clock;
  }

  /** The meeting it is about, if it is about one. */
  Optional<Meeting> meeting(Notification notification) {
    try {
      String id = notification.fact("meetingId");
      return id.isEmpty() ? Optional.empty() : agenda.find(UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  Words of(Notification notification, @Nullable Meeting meeting, ZoneId zone) {
    NotificationType type = NotificationType.parse(notification.type()).orElse(null);
    if (type == null || meeting == null) {
      return account(notification);
    }
    return switch (type) {
      case MEETING_REMINDER -> reminder(notification, meeting);
      case MEETING_CHANGED -> moved(notification, meeting, zone);
      case MEETING_CANCELLED -> cancelled(notification, meeting, zone);
      default -> account(notification);
    };
  }

  private static Words account(Notification notification) {
    return AccountNews.parse(notification.fact("event"))
        .map(news -> new Words(news.title(), news.text(notification), news.path(), "Review it"))
        .orElseGet(() -> plain(notification));
  }

  /** What somebody else put there says itself. */
  private static Words plain(Notification notification) {
    String title = notification.fact("title");
    String shown = title.isEmpty() ? "Something happened" : title;
    return new Words(shown, notification.fact("text"), ALL, "Open it");
  }

  private Words reminder(Notification notification, Meeting meeting) {
    return new Words(
        meeting.shownTitle() + " " + starts(moment(notification, "startsAt")),
        "",
        door(meeting),
        "Join");
  }

  private String starts(Optional<Instant> startsAt) {
    if (startsAt.isEmpty()) {
      return "is about to start";
    }
    Duration left = Duration.between(clock.instant(), startsAt.get());
    // To the next minute: at 9 min 40 s nobody says nine.
    long minutes = left.plusSeconds(59).toMinutes();
    if (minutes < 1) {
      return "has started";
    }
    return minutes == 1 ? "starts in a minute" : "starts in " + minutes + " minutes";
  }

  private Words moved(Notification notification, Meeting meeting, ZoneId zone) {
    String now = said(notification, "startsAt", zone);
    String before = said(notification, "startedAt", zone);
    String text =
        before.isEmpty()
            ? "It starts on " + now + "."
            : "It starts on " + now + ", not on " + before + ".";
    return new Words(meeting.shownTitle() + " was moved", text, door(meeting), "See the meeting");
  }

  private Words cancelled(Notification notification, Meeting meeting, ZoneId zone) {
    String start = said(notification, "startsAt", zone);
    String text = start.isEmpty() ? "" : "It would have started on " + start + ".";
    return new Words(meeting.shownTitle() + " was cancelled", text, MEETINGS, "See your meetings");
  }

  private static String door(Meeting meeting) {
    return "/m/" + meeting.code().printed();
  }

  private String said(Notification notification, String fact, ZoneId zone) {
    return moment(notification, fact).map(at -> said(at.atZone(zone))).orElse("");
  }

  // Read today or in a month: the year is left out only while nobody could mean another.
  private String said(ZonedDateTime at) {
    boolean thisYear = at.getYear() == clock.instant().atZone(at.getZone()).getYear();
    return (thisYear ? MOMENT : MOMENT_OF_ANOTHER_YEAR).format(at);
  }

  private static Optional<Instant> moment(Notification notification, String fact) {
    try {
      return Optional.of(Instant.parse(notification.fact(fact)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
