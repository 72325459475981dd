package parley.sfu.transport.ice;

import java.security.SecureRandom;
import parley.wire.stun.StunIntegrity;

/** A username fragment and password of ours (RFC 8445 §5.3). */
public final class IceCredentials {
  private static final String ICE_CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int UFRAG_LENGTH = 12;
  private static final int PWD_LENGTH = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String ufrag;
  private final String pwd;
  private final StunIntegrity key;

  private IceCredentials(String ufrag, String pwd) {
    this.ufrag = ufrag;
    this.pwd = pwd;
    this.key = StunIntegrity.shortTerm(pwd);
  }

  /** Fresh ones: 72 random bits of name, 144 of password. */
  public static IceCredentials random() {
    return new IceCredentials(text(UFRAG_LENGTH), text(PWD_LENGTH));
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ICE_CHARS.charAt(RANDOM.nextInt(ICE_CHARS.length())));
    }
    return text.toString();
  }

  /** The username fragment. */
  public String ufrag() {
    return ufrag;
  }

  /** The password. */
  public String pwd() {
    return pwd;
  }

  StunIntegrity key() {
    return key;
  }
}
