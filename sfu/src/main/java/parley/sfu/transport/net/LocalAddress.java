package parley.sfu.transport.net;

/**
 * Which of this machine's addresses a datagram was sent to: as {@link RemoteAddress}, without the
 * port.
 */
public record LocalAddress(long high, long low) {}
