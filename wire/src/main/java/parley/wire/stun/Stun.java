package parley.wire.stun;

/** Numbers of RFC 8489 and RFC 8445 §16.1. */
public final class Stun {
  /** Bytes before the attributes. */
  public static final int HEADER_LENGTH = 20;

  static final int MAGIC_COOKIE = 0x2112A442;
  static final int FINGERPRINT_XOR = 0x5354554E;

  /** Message types. */
  public static final int BINDING_REQUEST = 0x0001;

  public static final int BINDING_INDICATION = 0x0011;
  public static final int BINDING_SUCCESS = 0x0101;
  public static final int BINDING_ERROR = 0x0111;

  /** Attribute types. */
  public static final int USERNAME = 0x0006;

  public static final int MESSAGE_INTEGRITY = 0x0008;
  public static final int ERROR_CODE = 0x0009;
  public static final int UNKNOWN_ATTRIBUTES = 0x000A;
  public static final int REALM = 0x0014;
  public static final int NONCE = 0x0015;
  public static final int XOR_MAPPED_ADDRESS = 0x0020;
  public static final int PRIORITY = 0x0024;
  public static final int USE_CANDIDATE = 0x0025;
  public static final int SOFTWARE = 0x8022;
  public static final int FINGERPRINT = 0x8028;
  public static final int ICE_CONTROLLED = 0x8029;
  public static final int ICE_CONTROLLING = 0x802A;

  /** Error codes. */
  public static final int BAD_REQUEST = 400;

  public static final int UNAUTHENTICATED = 401;
  public static final int UNKNOWN_ATTRIBUTE = 420;
  public static final int ROLE_CONFLICT = 487;

  private Stun() {}

  /** Whether a receiver must understand the attribute (RFC 8489 §14). */
  static boolean comprehensionRequired(int type) {
    return type < 0x8000;
  }

  static int padded(int length) {
    return (length + 3) & ~3;
  }
}
