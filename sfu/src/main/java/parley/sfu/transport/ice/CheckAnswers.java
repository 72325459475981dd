package parley.sfu.transport.ice;

import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.net.Route;
import parley.wire.stun.Stun;
import parley.wire.stun.StunMessage;
import parley.wire.stun.StunWriter;

/**
 * Writes the answers to authenticated checks. Whoever cannot authenticate gets none, so nothing is
 * amplified.
 */
public final class CheckAnswers {
  private final PacketPool pool;
  private final Drops drops;

  /** Answers in buffers of this pool. */
  public CheckAnswers(PacketPool pool, Drops drops) {
    this.pool = pool;
    this.drops = drops;
  }

  /** Answers; true if the check succeeded. */
  boolean answer(StunMessage request, IceCredentials credentials, Route to) {
    PacketBuffer buffer = pool.take();
    if (buffer == null) {
      drops.count(DropReason.POOL_EMPTY);
      return false;
    }
    int unknown = request.unknownRequiredAttribute();
    boolean wrongRole = request.has(Stun.ICE_CONTROLLED);
    boolean good = unknown < 0 && !wrongRole;
    StunWriter answer =
        new StunWriter(
            buffer.bytes(),
            buffer.offset(),
            good ? Stun.BINDING_SUCCESS : Stun.BINDING_ERROR,
            request.transactionId());
    if (good) {
      answer.mappedAddress(to.remote().ip(), to.remote().port());
    } else if (unknown >= 0) {
      answer.error(Stun.UNKNOWN_ATTRIBUTE, "Unknown Attribute").unknownAttribute(unknown);
    } else {
      // A lite agent never controls (RFC 8445 §6.1.1); the other side has to.
      answer.error(Stun.ROLE_CONFLICT, "Role Conflict");
    }
    answer.integrity(credentials.key()).fingerprint();
    buffer.window(buffer.offset(), answer.length());
    to.send(buffer);
    return good;
  }
}
