package parley.app.shared;

import java.net.URI;

/**
 * The address people open this Parley at. Links are made from it, never from what a request claims
 * its host to be.
 */
public interface PublicUrl {
  /**
   * Scheme, host and port, without a slash at the end, such as {@code https://meet.example.org}.
   */
  String base();

  /**
   * An absolute link to a page: {@code path} begins with a slash. A secret in it stands behind
   * {@code #}, which goes into no log and no {@code Referer}.
   */
  default URI page(String path) {
    return URI.create(base() + path);
  }

  /** Whether people reach us over HTTPS, so that cookies are marked Secure. */
  default boolean isSecure() {
    return base().startsWith("https:");
  }
}
