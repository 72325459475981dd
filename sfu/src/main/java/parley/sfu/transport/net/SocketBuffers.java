package parley.sfu.transport.net;

/** How much the operating system may hold for us. */
final class SocketBuffers {
  /** Bytes asked for in each direction: some 50 ms of a gigabit; the system may grant less. */
  static final int BYTES = 8 << 20;

  private SocketBuffers() {}
}
