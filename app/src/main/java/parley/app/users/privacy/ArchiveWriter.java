package parley.app.users.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the archive: {@code index.html} to read, a JSON file for each room for programs, and the
 * files. Rows go from the database into the archive one by one: there may be more of them than
 * memory holds.
 */
@Component
class ArchiveWriter {
  private static final int ROWS_BETWEEN_NEWS = 10_000;

  private final PersonalRows rows;
  private final ObjectWriter json;

  ArchiveWriter(PersonalRows rows, JsonMapper json) {
    this.rows = rows;
    this.json =
        json.writerWithDefaultPrettyPrinter()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  /**
   * Hears before each room which is next, and again while a room takes long; what it throws ends
   * the writing.
   */
  interface Progress {
    void next(String room, int done);
  }

  void write(
      UUID userId, List<PersonalData> rooms, OutputStream out, Instant now, Progress progress)
      throws IOException {
    ReadablePage page = new ReadablePage(now);
    Set<String> names = new HashSet<>();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      int done = 0;
      for (PersonalData room : rooms) {
        int before = done++;
        Runnable alive = () -> progress.next(room.name(), before);
        alive.run();
        rows(zip, userId, room, page, alive);
        for (PersonalData.PersonalFile file : room.files(userId)) {
          alive.run();
          String name = free(names, file.name());
          page.file(name);
          copy(zip, name, file);
        }
      }
      zip.putNextEntry(new ZipEntry("index.html"));
      page.write(zip);
      zip.closeEntry();
    }
  }

  private void rows(
      ZipOutputStream zip, UUID userId, PersonalData room, ReadablePage page, Runnable alive)
      throws IOException {
    zip.putNextEntry(new ZipEntry(room.name() + ".json"));
    page.room(room.name());
    try (SequenceWriter array = json.writeValuesAsArray(zip)) {
      rows.read(
          room,
          userId,
          row -> {
            array.write(row);
            if (page.row(row) % ROWS_BETWEEN_NEWS == 0) {
              alive.run();
            }
          });
    }
    page.endOfRoom();
    zip.closeEntry();
  }

  // A file that was deleted while we pack is not there to be packed.
  private static void copy(ZipOutputStream zip, String name, PersonalData.PersonalFile file)
      throws IOException {
    try (var bytes = file.bytes().getInputStream()) {
      zip.putNextEntry(new ZipEntry(name));
      bytes.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  private static String free(Set<String> names, String wanted) {
    String plain = "files/" + wanted.replaceAll("[/\\\\]", "_");
    String name = plain;
    for (int i = 2; !names.add(name); i++) {
      int dot = plain.lastIndexOf('.');
      int end = dot < "files/".length() + 1 ? plain.length() : dot;
      name = plain.substring(0, end) + " (" + i + ")" + plain.substring(end);
    }
    return name;
  }
}
