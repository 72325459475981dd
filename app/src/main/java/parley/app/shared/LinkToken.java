package parley.app.shared;

/**
 * The secret of a mailed link, as a page shows it to look at what the link does: in a header, since
 * addresses are written into logs. Programs may give it in the query too.
 */
public final class LinkToken {
  /** The name of that header. */
  public static final String HEADER = "X-Link-Token";

  private LinkToken() {}

  /** The token of the header, or that of the query where there is no header. */
  public static String of(String header, String query) {
    return header.isEmpty() ? query : header;
  }
}
