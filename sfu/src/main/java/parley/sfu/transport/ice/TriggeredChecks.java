package parley.sfu.transport.ice;

import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;
import parley.wire.stun.Stun;
import parley.wire.stun.StunIntegrity;
import parley.wire.stun.StunMessage;
import parley.wire.stun.StunWriter;

/**
 * Checks of our own (RFC 8445 §7.3.1.4), to find out whether the other side is where a check came
 * from: whoever recorded one can send it from anywhere, but cannot answer.
 */
public final class TriggeredChecks {
  private static final int PRIORITY = 126 << 24 | 65_535 << 8 | 255;
  private static final int MOST_TIMES = 3;
  private static final long AGAIN_NANOS = 250_000_000L;
  private static final int MOST_A_SECOND = 20;
  private static final long SECOND = 1_000_000_000L;
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Remote(String ufrag, StunIntegrity key) {}

  private final PacketPool pool;
  private final Drops drops;
  private final long tieBreaker = RANDOM.nextLong();
  private @Nullable Remote current;
  private @Nullable Remote previous;
  private long secondBegan;
  private int inThatSecond = -1;

  /** Checks in buffers of this pool. */
  public TriggeredChecks(PacketPool pool, Drops drops) {
    this.pool = pool;
    this.drops = drops;
  }

  /** One check under way. */
  static final class Question {
    final long order;
    private final byte[] transaction = new byte[StunWriter.TRANSACTION_ID_LENGTH];
    private final String ours;
    private final String theirs;
    private int times;
    private long sentAt;
    boolean nominates;

    /**
     * A check that was not sent yet.
     *
     * @param order later ones have higher numbers
     * @param ours the username fragment that the other side used for us
     * @param theirs its own
     */
    Question(long order, String ours, String theirs) {
      this.order = order;
      this.ours = ours;
      this.theirs = theirs;
      RANDOM.nextBytes(transaction);
    }
  }

  /** The other side's credentials; those before stay good for checks that were under way. */
  void remote(String ufrag, String pwd) {
    Remote known = current;
    if (known == null || !known.ufrag.equals(ufrag)) {
      previous = known;
    }
    current = new Remote(ufrag, StunIntegrity.shortTerm(pwd));
  }

  private @Nullable StunIntegrity keyOf(String ufrag) {
    if (current != null && current.ufrag.equals(ufrag)) {
      return current.key;
    }
    return previous != null && previous.ufrag.equals(ufrag) ? previous.key : null;
  }

  /** Sends the path's question when it is time; gives it up when it was sent often enough. */
  void ask(Path path, long now) {
    Question question = path.question();
    StunIntegrity key = question == null ? null : keyOf(question.theirs);
    if (question == null || key == null) {
      return;
    }
    if (question.times > 0 && now - question.sentAt < AGAIN_NANOS) {
      return;
    }
    if (question.times == MOST_TIMES) {
      path.ask(null);
    } else if (mayAsk(now)) {
      question.times++;
      question.sentAt = now;
      send(path, question, key);
    }
  }

  /** Also addresses that somebody forges shall not get more than a trickle. */
  private boolean mayAsk(long now) {
    if (inThatSecond < 0 || now - secondBegan >= SECOND) {
      secondBegan = now;
      inThatSecond = 0;
    }
    return inThatSecond++ < MOST_A_SECOND;
  }

  private void send(Path path, Question question, StunIntegrity key) {
    PacketBuffer packet = pool.take();
    if (packet == null) {
      drops.count(DropReason.POOL_EMPTY);
      return;
    }
    int length =
        new StunWriter(packet.bytes(), packet.offset(), Stun.BINDING_REQUEST, question.transaction)
            .text(Stun.USERNAME, question.theirs + ":" + question.ours)
            .number(Stun.PRIORITY, PRIORITY)
            .longNumber(Stun.ICE_CONTROLLED, tieBreaker)
            .integrity(key)
            .fingerprint()
            .length();
    packet.window(packet.offset(), length);
    path.route().send(packet);
  }

  /** Null if this is the answer to the path's question, or why it is none. */
  @Nullable DropReason refuse(StunMessage answer, Path path) {
    Question question = path.question();
    if (question == null || !Arrays.equals(question.transaction, answer.transactionId())) {
      return DropReason.STUN_UNEXPECTED;
    }
    StunIntegrity key = keyOf(question.theirs);
    boolean authentic =
        key != null
            && answer.authenticatedBy(key)
            && (!answer.has(Stun.FINGERPRINT) || answer.fingerprintIsRight());
    return authentic ? null : DropReason.STUN_FORGED;
  }
}
