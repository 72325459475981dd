package parley.app.users;

/**
 * An address as somebody sees it who need not know it: enough to recognise, too little to write to.
 */
final class MaskedEmail {
  private MaskedEmail() {}

  /** {@code ada@example.org} becomes {@code a…@e….org}. */
  static String of(EmailAddress email) {
    String domain = email.value().substring(email.value().lastIndexOf('@') + 1);
    String ending = domain.substring(domain.lastIndexOf('.'));
    return first(email.localPart()) + "…@" + first(domain) + "…" + ending;
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
