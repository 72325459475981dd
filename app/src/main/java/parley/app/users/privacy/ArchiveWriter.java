package parley.app.users.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import parley.app.shared.PersonalData;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the archive: {@code index.html} to read, a JSON file for each room for programs, and the
 * files.
 */
@Component
class ArchiveWriter {
  private final ObjectWriter json;

  ArchiveWriter(JsonMapper json) {
    this.json = json.writerWithDefaultPrettyPrinter();
  }

  /** Hears before each room which is next; what it throws ends the writing. */
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
        progress.next(room.name(), done++);
        List<Map<String, Object>> rows = room.export(userId);
        entry(zip, room.name() + ".json", json.writeValueAsBytes(rows));
        page.room(room.name(), rows);
        for (PersonalData.PersonalFile file : room.files(userId)) {
          String name = free(names, file.name());
          page.file(name);
          copy(zip, name, file);
        }
      }
      entry(zip, "index.html", page.html().getBytes(StandardCharsets.UTF_8));
    }
  }

  // A file that was deleted while we pack is not there to be packed.
  private static void copy(ZipOutputStream zip, String name, PersonalData.PersonalFile file)
      throws IOException {
    try (var bytes = Files.newInputStream(file.bytes())) {
      zip.putNextEntry(new ZipEntry(name));
      bytes.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
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
