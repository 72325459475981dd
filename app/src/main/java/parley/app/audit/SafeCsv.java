package parley.app.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values (RFC 4180) that a spreadsheet takes for words: a cell that it
 * would take for a formula gets an apostrophe in front.
 */
final class SafeCsv {
  // Also the full-width forms, which some programs fold into the plain ones.
  private static final String BEGINS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SafeCsv() {}

  static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(SafeCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
