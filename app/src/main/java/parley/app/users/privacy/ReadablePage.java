package parley.app.users.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * The page of an archive that a person reads: rows as lists of names and values. Of a room that
 * holds more than anybody reads, it shows the first rows and says where the others stand.
 */
final class ReadablePage {
  /** After so many characters of a room, or of the list of files, the page shows no more. */
  static final int MOST_CHARACTERS = 500_000;

  private static final String HEAD =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
          + "<title>Everything about you</title><style>"
          + "body{font:15px/22px system-ui,sans-serif;max-width:860px;margin:40px auto;padding:0 16px;color:#15211c}"
          + "h1{font-size:28px}h2{font-size:20px;margin-top:40px}"
          + "dl{display:grid;grid-template-columns:200px 1fr;gap:4px 16px;border-top:1px solid #dae0dc;padding-top:12px}"
          + "dt{color:#596560}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}"
          + "</style></head><body><h1>Everything about you</h1>\n";

  private final Instant madeAt;
  private final StringBuilder rooms = new StringBuilder();
  private final StringBuilder files = new StringBuilder();
  private String room = "";
  private int roomBegins;
  private long rows;
  private long hidden;
  private long hiddenFiles;

  ReadablePage(Instant madeAt) {
    this.madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Begins a room's part. */
  void room(String name) {
    room = name;
    rooms.append("<h2>").append(escaped(name)).append("</h2>\n");
    roomBegins = rooms.length();
    rows = 0;
    hidden = 0;
  }

  /** Adds a row of the room; answers how many it has by now. */
  long row(Map<String, Object> row) {
    if (rooms.length() - roomBegins < MOST_CHARACTERS) {
      show(row);
    } else {
      hidden++;
    }
    return ++rows;
  }

  private void show(Map<String, Object> row) {
    rooms.append("<dl>");
    row.forEach((column, value) ->
        rooms
            .append("<dt>")
            .append(escaped(column))
            .append("</dt><dd>")
            .append(escaped(value))
            .append("</dd>"));
    rooms.append("</dl>\n");
  }

  void endOfRoom() {
    if (rows == 0) {
      rooms.append("<p>Nothing.</p>\n");
    } else if (hidden > 0) {
      rooms
          .append("<p>And ")
          .append(hidden)
          .append(" more, all of them in ")
          .append(escaped(room))
          .append(".json.</p>\n");
    }
  }

  void file(String name) {
    if (files.length() >= MOST_CHARACTERS) {
      hiddenFiles++;
      return;
    }
    String shown = escaped(name);
    files.append("<li><a href=\"").append(shown).append("\">").append(shown).append("</a></li>");
  }

  /** Writes the page as UTF-8; {@code out} stays open. */
  void write(OutputStream out) throws IOException {
    text(out, HEAD);
    text(out, "<p>Packed by Parley at " + madeAt);
    text(
        out,
        " (UTC). Each part below also stands in a JSON file of its own beside this page.</p>\n");
    text(out, rooms);
    text(out, "<h2>Files</h2>\n<ul>");
    text(out, files);
    text(out, "</ul>\n");
    if (hiddenFiles > 0) {
      text(out, "<p>And " + hiddenFiles + " more, all of them in the folder files.</p>\n");
    }
    text(out, "</body></html>\n");
  }

  private static void text(OutputStream out, CharSequence text) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(Object value) {
    return HtmlUtils.htmlEscape(String.valueOf(value));
  }
}
