package parley.sfu.transport.ice;

/** Learns where an {@link IceAgent} may hear from, and that it heard. */
public interface PathListener {
  /** Media from here belongs to this path's agent from now on, whoever it belonged to before. */
  void opened(Path path);

  /** Media from here belongs to nobody any more. */
  void closed(Path path);

  /** An authenticated check came. */
  void checked(Path path);
}
