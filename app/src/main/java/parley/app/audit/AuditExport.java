package parley.app.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries out, a thousand at a time, however many there are. */
@Component
class AuditExport {
  private static final int AT_ONCE = 1000;
  private static final List<String> HEADINGS =
      List.of(
          "id",
          "createdAt",
          "actorUserId",
          "network",
          "entityType",
          "entityId",
          "action",
          "before",
          "after");

  private final EntryRepository repository;
  private final JsonMapper json;

  AuditExport(EntryRepository repository, JsonMapper json) {
    this.repository = repository;
    this.json = json;
  }

  /** In what form. */
  enum Form {
    /** Comma-separated values. */
    CSV("text/csv;charset=UTF-8"),
    /** One JSON object a line. */
    JSONL("application/x-ndjson");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }

    String spelled() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Form> parse(String word) {
      return Stream.of(values()).filter(form -> form.spelled().equals(word)).findFirst();
    }
  }

  /** Newest first; leaves {@code to} open. */
  void write(EntryQuery query, Form form, OutputStream to) throws IOException {
    Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    if (form == Form.CSV) {
      out.write(SafeCsv.line(HEADINGS));
    }
    long before = Long.MAX_VALUE;
    List<AuditEntry> some;
    do {
      some = repository.find(query, before, AT_ONCE);
      for (AuditEntry entry : some) {
        out.write(form == Form.CSV ? csv(entry) : json.writeValueAsString(entry) + "\n");
        before = entry.id();
      }
      out.flush();
    } while (some.size() == AT_ONCE);
  }

  private static String csv(AuditEntry entry) {
    return SafeCsv.line(
        Arrays.asList(
            entry.id(),
            entry.createdAt(),
            entry.actorUserId(),
            entry.network(),
            entry.entityType(),
            entry.entityId(),
            entry.action(),
            entry.before(),
            entry.after()));
  }
}
