package parley.app.users.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** The page of an archive that a person reads: every row as a list of names and values. */
final class ReadablePage {
  private static final String STYLE =
      "body{font:15px/22px system-ui,sans-serif;max-width:860px;margin:40px auto;padding:0 16px;color:#15211c}"
          + "h1{font-size:28px}h2{font-size:20px;margin-top:40px}"
          + "dl{display:grid;grid-template-columns:200px 1fr;gap:4px 16px;border-top:1px solid #dae0dc;padding-top:12px}"
          + "dt{color:#596560}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}";

  private final Instant madeAt;
  private final StringBuilder rooms = new StringBuilder();
  private final List<String> files = new ArrayList<>();

  ReadablePage(Instant madeAt) {
    this.madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
  }

  void room(String name, List<Map<String, Object>> rows) {
    rooms.append("<h2>").append(escaped(name)).append("</h2>\n");
    if (rows.isEmpty()) {
      rooms.append("<p>Nothing.</p>\n");
    }
    for (Map<String, Object> row : rows) {
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
  }

  void file(String name) {
    files.add(name);
  }

  String html() {
    var page =
        new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.append("<title>Everything about you</title><style>")
        .append(STYLE)
        .append("</style></head><body>");
    page.append("<h1>Everything about you</h1>\n<p>Packed by Parley at ").append(madeAt);
    page.append(
        " (UTC). Each part below also stands in a JSON file of its own beside this page.</p>\n");
    page.append(rooms).append("<h2>Files</h2>\n<ul>");
    files.forEach(file ->
        page.append("<li><a href=\"")
            .append(escaped(file))
            .append("\">")
            .append(escaped(file))
            .append("</a></li>"));
    return page.append("</ul>\n</body></html>\n").toString();
  }

  private static String escaped(Object value) {
    return HtmlUtils.htmlEscape(String.valueOf(value));
  }
}
