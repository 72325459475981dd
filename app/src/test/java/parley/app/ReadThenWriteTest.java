package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A change names the state that it expects. An UPDATE that asks for nothing but its row overwrites
 * whatever somebody else has written since it was thought of; each that does is here, with what
 * keeps it from that. No test can see that a reason is true: whoever adds one has looked.
 */
class ReadThenWriteTest {
  private static final Path SOURCES = Path.of("src/main/java/parley/app");

  private static final Pattern BY_KEY_ALONE =
      Pattern.compile(
          "UPDATE\\s+(\\w+)(?:\\s+\\w)?\\s+SET\\s+(?:(?!\"\"\"|\"\\)|UPDATE).)*?\\s+WHERE\\s+(?:\\w+\\.)?\\w+\\s*=\\s*:\\w+\\s*\"",
          Pattern.DOTALL);

  private static final String ERASING = "erasing: nothing may be left, whatever there was";
  private static final String PERSON_HELD = "the person's row is held by the caller";
  private static final String OVER = "after the end of the meeting, which nothing takes back";

  private static final Map<String, String> LOOKED_AT =
      Map.ofEntries(
          Map.entry("BillingPersonalData subscriptions", ERASING),
          Map.entry("ChatPersonalData chat_messages", ERASING),
          Map.entry("ContentPersonalData content", ERASING),
          Map.entry("LoginPersonalData signup_invitations", ERASING),
          Map.entry("MeetingPersonalData meetings", ERASING),
          Map.entry("MeetingPersonalData meeting_participants", ERASING),
          Map.entry("DeletionRepository users", ERASING),
          Map.entry("Everybody meeting_participants", OVER),
          Map.entry("Everybody meetings", OVER),
          Map.entry("ParticipantRepository meeting_participants", PERSON_HELD),
          Map.entry("PresenceRepository meeting_presences", PERSON_HELD),
          Map.entry("PresenceRepository meeting_participants", "computed from rows, person held"),
          Map.entry("Seats meetings", "one less, computed from the row"),
          Map.entry("PlanStorageQuota storage_usage", "so much less, computed from the row"),
          Map.entry("OutboxRepository outgoing_mails", "a mark that only ever rises"),
          Map.entry("MailingRepository notifications", "the mail was taken, which is final"),
          Map.entry("DeliveryRepository push_devices", "a time for its owner to see"),
          Map.entry(
              "UserRepository users",
              "the fields of one change by their names, the last one holds; a password, an address and a role are"
                  + " changed by callers who hold the row"));

  @Test
  void everyChangeByKeyAloneHasBeenLookedAt() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : sources()) {
      String name = file.getFileName().toString().replace(".java", "");
      BY_KEY_ALONE
          .matcher(Files.readString(file))
          .results()
          .forEach(match -> found.add(name + " " + match.group(1)));
    }
    assertThat(found).isEqualTo(new TreeSet<>(LOOKED_AT.keySet()));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
