package parley.sfu;

/** ICE user name fragment and password (RFC 8839 §5.4). */
public record IceCredentials(String ufrag, String pwd) {
  @Override
  public String toString() {
    return "IceCredentials[" + ufrag + "]";
  }
}
