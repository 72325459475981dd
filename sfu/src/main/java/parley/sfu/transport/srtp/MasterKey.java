package parley.sfu.transport.srtp;

import java.util.Arrays;

/** Master key and salt of one direction. */
public record MasterKey(byte[] key, byte[] salt) {

  /** The client's half of what DTLS exported (RFC 5764 §4.2): both keys, then both salts. */
  public static MasterKey ofClient(SrtpProfile profile, byte[] exported) {
    return cut(profile, exported, 0);
  }

  /** The server's half. */
  public static MasterKey ofServer(SrtpProfile profile, byte[] exported) {
    return cut(profile, exported, 1);
  }

  private static MasterKey cut(SrtpProfile profile, byte[] exported, int which) {
    int key = which * profile.keyLength();
    int salt = 2 * profile.keyLength() + which * profile.saltLength();
    return new MasterKey(
        Arrays.copyOfRange(exported, key, key + profile.keyLength()),
        Arrays.copyOfRange(exported, salt, salt + profile.saltLength()));
  }

  @Override
  public String toString() {
    return "MasterKey";
  }
}
