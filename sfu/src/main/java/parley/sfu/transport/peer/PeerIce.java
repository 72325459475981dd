package parley.sfu.transport.peer;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.Cancellable;
import parley.sfu.transport.MediaLoop;
import parley.sfu.transport.ice.IceCredentials;
import parley.wire.stun.Stun;
import parley.wire.stun.StunIntegrity;
import parley.wire.stun.StunMessage;
import parley.wire.stun.StunWriter;

/**
 * The controlling side of ICE towards one lite server: checks until it answers, then keeps consent
 * fresh.
 */
final class PeerIce {
  private static final Duration FIRST_AGAIN = Duration.ofMillis(50);
  private static final Duration CONSENT = Duration.ofMillis(2500);
  private static final int PRIORITY = 126 << 24 | 65_535 << 8 | 255;

  private final MediaLoop loop;
  private final Consumer<PacketBuffer> sender;
  private final Runnable reached;
  private final IceCredentials local = IceCredentials.random();
  private final SecureRandom random = new SecureRandom();
  private final long tieBreaker = random.nextLong();
  private final StunMessage message = new StunMessage();
  private final byte[] transaction = new byte[StunWriter.TRANSACTION_ID_LENGTH];
  private final StunIntegrity ours = StunIntegrity.shortTerm(local.pwd());
  private String username = "";
  private StunIntegrity key = StunIntegrity.shortTerm(local.pwd());
  private Duration pause = FIRST_AGAIN;
  private @Nullable Cancellable next;

  PeerIce(MediaLoop loop, Consumer<PacketBuffer> sender, Runnable reached) {
    this.loop = loop;
    this.sender = sender;
    this.reached = reached;
  }

  String ufrag() {
    return local.ufrag();
  }

  String pwd() {
    return local.pwd();
  }

  /** Checks now, and again and again. */
  void start(String remoteUfrag, String remotePwd) {
    username = remoteUfrag + ":" + local.ufrag();
    key = StunIntegrity.shortTerm(remotePwd);
    pause = FIRST_AGAIN;
    stop();
    check();
  }

  void stop() {
    if (next != null) {
      next.cancel();
    }
  }

  private void check() {
    next = loop.schedule(pause, this::check);
    pause = pause.multipliedBy(2).compareTo(CONSENT) < 0 ? pause.multipliedBy(2) : CONSENT;
    PacketBuffer packet = loop.pool().take();
    if (packet == null) {
      return;
    }
    random.nextBytes(transaction);
    int length =
        new StunWriter(packet.bytes(), packet.offset(), Stun.BINDING_REQUEST, transaction)
            .text(Stun.USERNAME, username)
            .number(Stun.PRIORITY, PRIORITY)
            .longNumber(Stun.ICE_CONTROLLING, tieBreaker)
            .flag(Stun.USE_CANDIDATE)
            .integrity(key)
            .fingerprint()
            .length();
    packet.window(packet.offset(), length);
    sender.accept(packet);
  }

  void received(PacketBuffer packet) {
    if (!message.wrap(packet.bytes(), packet.offset(), packet.length())) {
      return;
    }
    if (message.type() == Stun.BINDING_REQUEST && message.authenticatedBy(ours)) {
      answer();
    } else if (message.type() == Stun.BINDING_SUCCESS
        && Arrays.equals(message.transactionId(), transaction)
        && message.authenticatedBy(key)) {
      stop();
      pause = CONSENT;
      next = loop.schedule(CONSENT, this::check);
      reached.run();
    }
  }

  /** The server asks whether we are here. */
  private void answer() {
    PacketBuffer packet = loop.pool().take();
    if (packet == null) {
      return;
    }
    byte[] id = message.transactionId();
    int length =
        new StunWriter(packet.bytes(), packet.offset(), Stun.BINDING_SUCCESS, id)
            .integrity(ours)
            .fingerprint()
            .length();
    packet.window(packet.offset(), length);
    sender.accept(packet);
  }
}
