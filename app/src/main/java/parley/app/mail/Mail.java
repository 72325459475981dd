package parley.app.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * One mail to one person, in plain text and in HTML with the same words.
 *
 * @param to a single address, checked
 * @param subject one line
 */
public record Mail(String to, String subject, String text, String html) {

  /**
   * Throws IllegalArgumentException where a line break or a second address would become a header.
   */
  public Mail {
    requireOneLine(to);
    requireOneLine(subject);
    requireAddress(to);
  }

  /** Begins a mail to this address. */
  public static Draft to(String address) {
    return new Draft(address);
  }

  private static void requireOneLine(String header) {
    if (header.isBlank() || header.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A mail header is one line of text");
    }
  }

  private static void requireAddress(String to) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(to, true);
      if (parsed.length != 1 || !to.equals(parsed[0].getAddress()) || to.indexOf('@') < 1) {
        throw new IllegalArgumentException("A mail goes to one plain address");
      }
    } catch (AddressException notAnAddress) {
      throw new IllegalArgumentException("A mail goes to one plain address", notAnAddress);
    }
  }

  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }

  /** A mail as it is written: paragraphs and links in order, each in both forms. */
  public static final class Draft {
    private final String to;
    private final List<String> text = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private String subject = "";

    private Draft(String to) {
      this.to = to;
    }

    public Draft subject(String line) {
      subject = line;
      return this;
    }

    /** A paragraph of words; markup in it is shown, not followed. */
    public Draft paragraph(String words) {
      text.add(words);
      html.add("<p>" + HtmlUtils.htmlEscape(words) + "</p>");
      return this;
    }

    /** A link on a line of its own. */
    public Draft link(String label, URI target) {
      text.add(label + ":\n" + target);
      String href = HtmlUtils.htmlEscape(target.toString());
      html.add("<p><a href=\"" + href + "\">" + HtmlUtils.htmlEscape(label) + "</a></p>");
      return this;
    }

    public Mail build() {
      String page =
          html.stream()
              .collect(
                  Collectors.joining(
                      "\n",
                      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>\n",
                      "\n</body></html>\n"));
      return new Mail(to, subject, String.join("\n\n", text) + "\n", page);
    }
  }
}
