package parley.app.mail;

import java.net.URI;
import org.springframework.web.util.HtmlUtils;

/** A piece of a mail, in order from top to bottom. */
sealed interface MailPart {
  /** As plain text. */
  String text();

  /** As HTML; whatever looks like markup in the words is shown, not followed. */
  String html();

  /** A paragraph. */
  record Words(String words) implements MailPart {
    @Override
    public String text() {
      return words;
    }

    @Override
    public String html() {
      return "<p>" + HtmlUtils.htmlEscape(words) + "</p>";
    }
  }

  /**
   * A link on a line of its own.
   *
   * @param button whether it is what the mail is about
   */
  record Link(String label, URI target, boolean button) implements MailPart {
    @Override
    public String text() {
      return label + ": " + target;
    }

    @Override
    public String html() {
      String href = HtmlUtils.htmlEscape(target.toString());
      String anchor = "<a href=\"" + href + "\">" + HtmlUtils.htmlEscape(label) + "</a>";
      return button ? "<p class=\"deed\">" + anchor + "</p>" : "<p>" + anchor + "</p>";
    }
  }
}
