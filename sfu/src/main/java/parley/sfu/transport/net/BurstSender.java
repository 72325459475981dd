package parley.sfu.transport.net;

import java.lang.foreign.Arena;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;

/**
 * Collects datagrams and sends them with as few calls as it can: neighbours to one address that are
 * equally long, the last perhaps shorter, leave as one burst that the kernel cuts up (GSO); bursts
 * to many addresses leave with one sendmmsg.
 */
final class BurstSender {
  private static final int MESSAGES = 512;
  private static final int PIECES = 2048;
  private static final int MOST_SEGMENTS = 64;
  private static final int MOST_BYTES = 65_000;
  private static final int DONT_WAIT = 0x40;

  private final Linux linux;
  private final int socket;
  private final Drops drops;
  private final Runnable untilWritable;
  private final MessageTable table;
  private final PacketBuffer[] packets = new PacketBuffer[PIECES];
  private final int[] firstPiece = new int[MESSAGES + 1];
  private final int[] segments = new int[MESSAGES];
  private int messages;
  private int pieces;
  private @Nullable RemoteAddress target;
  private @Nullable LocalAddress origin;
  private int segment;
  private int bytes;
  private boolean complete;
  private boolean bursts = true;

  /**
   * A sender for one socket.
   *
   * @param untilWritable waits a moment for room in the socket's buffer
   */
  BurstSender(Arena arena, Linux linux, int socket, Drops drops, Runnable untilWritable) {
    this.linux = linux;
    this.socket = socket;
    this.drops = drops;
    this.untilWritable = untilWritable;
    this.table = new MessageTable(arena, MESSAGES, PIECES);
  }

  void add(RemoteAddress to, @Nullable LocalAddress from, PacketBuffer packet) {
    if (pieces == PIECES) {
      flush();
    }
    int length = packet.length();
    if (!continues(to, from, length)) {
      if (messages == MESSAGES) {
        flush();
      }
      begin(to, from, length);
    }
    table.piece(pieces, packet.address() + packet.offset(), length);
    packets[pieces++] = packet;
    bytes += length;
    complete = length < segment;
  }

  private boolean continues(RemoteAddress to, @Nullable LocalAddress from, int length) {
    return bursts
        && !complete
        && messages > 0
        && length <= segment
        && length > 0
        && bytes + length <= MOST_BYTES
        && pieces - firstPiece[messages - 1] < MOST_SEGMENTS
        && to.equals(target)
        && Objects.equals(from, origin);
  }

  private void begin(RemoteAddress to, @Nullable LocalAddress from, int length) {
    table.to(messages, to);
    table.from(messages, from);
    firstPiece[messages] = pieces;
    messages++;
    target = to;
    origin = from;
    segment = length;
    bytes = 0;
    complete = false;
    segments[messages - 1] = length;
  }

  /** Sends all that was added and releases it. */
  void flush() {
    if (messages == 0) {
      return;
    }
    firstPiece[messages] = pieces;
    for (int i = 0; i < messages; i++) {
      int count = firstPiece[i + 1] - firstPiece[i];
      table.pieces(i, firstPiece[i], count);
      table.segment(i, count > 1 ? segments[i] : 0);
    }
    try {
      sendAll();
    } finally {
      for (int i = 0; i < pieces; i++) {
        packets[i].release();
      }
      messages = 0;
      pieces = 0;
      target = null;
    }
  }

  private void sendAll() {
    int sent = 0;
    boolean waited = false;
    while (sent < messages) {
      int answer = linux.send(socket, table.address(sent), messages - sent, DONT_WAIT);
      if (answer > 0) {
        sent += answer;
      } else if (answer == -Linux.EAGAIN && waited) {
        drops.count(DropReason.SEND_BUFFER_FULL, pieces - firstPiece[sent]);
        return;
      } else if (answer == -Linux.EAGAIN) {
        untilWritable.run();
        waited = true;
      } else if (answer != -Linux.EINTR) {
        sendAgain(sent, -answer);
        sent++;
      }
    }
  }

  /**
   * A burst was refused: perhaps the path takes no datagram of that length, or the device cannot
   * cut.
   */
  private void sendAgain(int message, int error) {
    int first = firstPiece[message];
    int count = firstPiece[message + 1] - first;
    if (count == 1) {
      drops.count(DropReason.SEND_FAILED);
      return;
    }
    bursts &= error != Linux.EIO;
    table.segment(message, 0);
    for (int piece = first; piece < first + count; piece++) {
      table.pieces(message, piece, 1);
      if (linux.send(socket, table.address(message), 1, DONT_WAIT) != 1) {
        drops.count(DropReason.SEND_FAILED);
      }
    }
  }
}
