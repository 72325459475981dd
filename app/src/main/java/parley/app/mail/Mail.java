package parley.app.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, in plain text and in HTML with the same words.
 *
 * @param to a single address, checked
 * @param subject one line
 * @param unsubscribe where one click ends mails of this kind (RFC 8058); null for those that have
 *     to be sent
 */
public record Mail(String to, String subject, String text, String html, @Nullable URI unsubscribe) {

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

  /**
   * A mail as it is written: paragraphs and links in order, each in both forms. The first link is
   * what the mail is about and becomes its button.
   */
  public static final class Draft {
    private final String to;
    private final List<String> text = new ArrayList<>();
    private final List<MailPart> parts = new ArrayList<>();
    private final List<MailPart> foot = new ArrayList<>();
    private String subject = "";
    private @Nullable URI unsubscribe;

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
      parts.add(new MailPart.Words(words));
      return this;
    }

    /** A link on a line of its own. */
    public Draft link(String label, URI target) {
      text.add(label + ":\n" + target);
      boolean first = parts.stream().noneMatch(MailPart.Link.class::isInstance);
      parts.add(new MailPart.Link(label, target, first));
      return this;
    }

    /** Small words at the end, such as why this mail was sent. */
    public Draft footnote(String words) {
      foot.add(new MailPart.Words(words));
      return this;
    }

    /** Lets the reader end mails of this kind, by a line at the end and by their mail program. */
    public Draft unsubscribe(String label, URI target) {
      unsubscribe = target;
      foot.add(new MailPart.Link(label, target, false));
      return this;
    }

    public Mail build() {
      List<String> lines = new ArrayList<>(text);
      if (!foot.isEmpty()) {
        lines.add("--\n" + String.join("\n", foot.stream().map(MailPart::text).toList()));
      }
      String html = MailPage.html(subject, parts, foot);
      return new Mail(to, subject, String.join("\n\n", lines) + "\n", html, unsubscribe);
    }
  }
}
