package parley.mediaserver;

/** A checked request to join or resume, between its admission and the upgraded WebSocket. */
public interface SignalTicket {
  /** The room the token names. */
  String room();

  /** The identity the token names. */
  String identity();
}
