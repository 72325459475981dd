package parley.sfu.transport.dtls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Holds a client's ChangeCipherSpec back until its CertificateVerify has come. Bouncy Castle's
 * server changes its keys as soon as it can, and from then on reads nothing of the old epoch: a
 * CertificateVerify that was lost or came late would be missed for good, however often the client
 * sends it again.
 */
final class FlightOrder {
  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int HANDSHAKE = 22;
  private static final int CERTIFICATE_VERIFY = 15;
  private static final int RECORD_HEADER = 13;
  private static final int MESSAGE_HEADER = 12;
  private static final int MOST_HELD = 8;

  private final Predicate<byte[]> onward;
  private final List<byte[]> held = new ArrayList<>();
  private int verifyBytes;
  private boolean verified;

  /** Passes on what may pass; what {@code onward} does not take is lost. */
  FlightOrder(Predicate<byte[]> onward) {
    this.onward = onward;
  }

  /** A datagram of the client; false if it was not taken. */
  boolean pass(byte[] datagram) {
    if (verified) {
      return onward.test(datagram);
    }
    if (runsAhead(datagram)) {
      return held.size() < MOST_HELD && held.add(datagram);
    }
    boolean taken = onward.test(datagram);
    if (verified) {
      held.forEach(onward::test);
      held.clear();
    }
    return taken;
  }

  /** Whether the keys would change before CertificateVerify; remembers what it sees of that. */
  private boolean runsAhead(byte[] datagram) {
    int at = 0;
    while (at + RECORD_HEADER <= datagram.length && !verified) {
      int type = datagram[at];
      int epoch = number(datagram, at + 3, 2);
      if (type == CHANGE_CIPHER_SPEC || epoch > 0) {
        return true;
      }
      int body = at + RECORD_HEADER;
      at = body + number(datagram, at + 11, 2);
      if (type == HANDSHAKE) {
        lookForVerify(datagram, body, Math.min(at, datagram.length));
      }
    }
    return false;
  }

  private void lookForVerify(byte[] datagram, int from, int to) {
    int at = from;
    while (at + MESSAGE_HEADER <= to) {
      int fragment = number(datagram, at + 9, 3);
      if (datagram[at] == CERTIFICATE_VERIFY) {
        verifyBytes += fragment;
        verified = verifyBytes >= number(datagram, at + 1, 3);
      }
      at += MESSAGE_HEADER + fragment;
    }
  }

  private static int number(byte[] bytes, int at, int length) {
    int number = 0;
    for (int i = 0; i < length; i++) {
      number = number << 8 | (bytes[at + i] & 0xFF);
    }
    return number;
  }
}
