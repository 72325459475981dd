package parley.app.files;

import java.text.Normalizer;
import parley.app.shared.PlainText;

/**
 * The name a file is shown and downloaded by. What people send is never a path here, and is one
 * line.
 */
final class FileName {
  private static final int LONGEST = 150;
  private static final String NAMELESS = "file";

  private FileName() {}

  /**
   * The last part of {@code sent} without what a file system, a header or a terminal could take for
   * more than a name.
   */
  static String clean(String sent) {
    String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    // Two joiners are part of words and of emoji; the other format characters only hide.
    name =
        name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*%;&&[^\\u200C\\u200D]]", "_")
            .strip();
    name = name.replaceAll("^[.\\s]+|[.\\s]+$", "");
    return !PlainText.shows(name) ? NAMELESS : shortened(name);
  }

  // Shortened before the extension, by which people and systems know what it is.
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int end = LONGEST - extension.length();
    int whole = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
    return name.substring(0, whole) + extension;
  }
}
