package parley.app.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Writes a subject so that a reader's program shows these words and no others. */
final class SubjectLine {
  private static final int NAME_AND_COLON = "Subject: ".length();
  // RFC 2047 §2: 75 characters with the twelve around them, four for every three bytes.
  private static final int BYTES_OF_A_WORD = 45;

  private SubjectLine() {}

  /** The value of the header, folded. */
  static String encoded(String subject) throws UnsupportedEncodingException {
    // RFC 2047 §6.2: what looks like an encoded word would be read as one.
    return US_ASCII.newEncoder().canEncode(subject) && subject.contains("=?")
        ? asWords(subject.getBytes(US_ASCII))
        : MimeUtility.fold(NAME_AND_COLON, MimeUtility.encodeText(subject, "UTF-8", null));
  }

  private static String asWords(byte[] ascii) {
    List<String> words = new ArrayList<>();
    for (int from = 0; from < ascii.length; from += BYTES_OF_A_WORD) {
      byte[] part = Arrays.copyOfRange(ascii, from, Math.min(ascii.length, from + BYTES_OF_A_WORD));
      words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(part) + "?=");
    }
    return String.join("\r\n ", words);
  }
}
