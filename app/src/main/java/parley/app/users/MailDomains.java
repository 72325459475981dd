package parley.app.users;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A list of mail domains. A domain stands for itself, not for those below it: whoever can make a
 * subdomain is not always whoever owns the domain.
 *
 * @param names lower case, in ASCII (IDNA), without an {@code @}
 */
public record MailDomains(List<String> names) {
  /** None at all. */
  public static final MailDomains NONE = new MailDomains(List.of());

  private static final int MOST = 100;

  public MailDomains {
    names = List.copyOf(names);
  }

  /** Reads names as people write them; empty if one of them is no domain or there are too many. */
  public static Optional<MailDomains> parse(List<String> written) {
    List<Optional<String>> read =
        written.stream().filter(name -> !name.isBlank()).map(MailDomains::domain).toList();
    return read.size() > MOST || read.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            new MailDomains(read.stream().map(Optional::orElseThrow).distinct().toList()));
  }

  static MailDomains required(List<String> written) {
    return parse(written)
        .orElseThrow(() -> new IllegalArgumentException("not mail domains: " + written));
  }

  /** Whether the address is at one of them. */
  public boolean contains(EmailAddress email) {
    return names.contains(email.domain());
  }

  private static Optional<String> domain(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    return EmailAddress.parse("someone@" + (name.startsWith("@") ? name.substring(1) : name))
        .map(EmailAddress::domain);
  }
}
