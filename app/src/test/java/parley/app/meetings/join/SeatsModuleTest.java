package parley.app.meetings.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingsFixture;
import parley.app.meetings.MeetingsTest;
import parley.app.meetings.Visitor;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;

@MeetingsTest
class SeatsModuleTest {
  @Autowired MeetingsFixture fixture;
  @Autowired Joins joins;

  @Test
  void aThousandAtOnceFillExactlyTheSeatsThereAre() throws Exception {
    Meeting meeting = fixture.meeting(fixture.user("Ada"), 100);
    Map<String, AtomicInteger> outcomes = rush(meeting, 1_000);
    assertThat(outcomes.get("admitted")).hasValue(100);
    assertThat(outcomes.get("meeting_full")).hasValue(900);
    assertThat(outcomes).hasSize(2);
    assertThat(taken(meeting)).isEqualTo(100);
    assertThat(seated(meeting)).isEqualTo(100);
    // Who was refused left nothing behind.
    assertThat(rows(meeting)).isEqualTo(100);
  }

  @Test
  void allDevicesOfAPersonShareOneSeat() {
    UUID host = fixture.user("Ada");
    Meeting meeting = fixture.meeting(host, 1);
    CurrentPerson ada = fixture.loggedIn(host);
    Admission first = joins.join(joiner(meeting, ada));
    Admission second = joins.join(joiner(meeting, ada));
    assertThat(second.participant().id()).isEqualTo(first.participant().id());
    assertThat(second.presenceId()).isNotEqualTo(first.presenceId());
    assertThat(taken(meeting)).isEqualTo(1);
  }

  private Map<String, AtomicInteger> rush(Meeting meeting, int people) throws Exception {
    Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
    CountDownLatch start = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people; i++) {
        executor.submit(() -> {
          start.await();
          String outcome = outcome(meeting);
          outcomes.computeIfAbsent(outcome, any -> new AtomicInteger()).incrementAndGet();
          return outcome;
        });
      }
      start.countDown();
    }
    return outcomes;
  }

  private String outcome(Meeting meeting) {
    try {
      joins.join(joiner(meeting, CurrentPerson.NOBODY));
      return "admitted";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static Joiner joiner(Meeting meeting, CurrentPerson person) {
    return new Joiner(new Visitor(meeting, person, null), "Guest", null, null);
  }

  private int taken(Meeting meeting) {
    return fixture.value(
        "SELECT seats_taken FROM meetings WHERE id = ?", Integer.class, meeting.id());
  }

  private int seated(Meeting meeting) {
    return fixture.value(
        "SELECT count(*) FROM meeting_participants WHERE meeting_id = ? AND is_seated",
        Integer.class,
        meeting.id());
  }

  private int rows(Meeting meeting) {
    return fixture.value(
        "SELECT count(*) FROM meeting_participants WHERE meeting_id = ?",
        Integer.class,
        meeting.id());
  }
}
