package parley.mediaserver.room;

import java.time.Clock;
import parley.mediaserver.AccessTokens;
import parley.mediaserver.Lifetimes;
import parley.mediaserver.media.Media;
import parley.mediaserver.signal.SignalTroubles;

/**
 * What all rooms of a server share.
 *
 * @param troubles counts what goes wrong with signals
 * @param nodeId names this server process to clients
 */
public record House(
    Media media,
    Events events,
    AccessTokens tokens,
    Lifetimes lifetimes,
    Clock clock,
    SignalTroubles troubles,
    String nodeId) {

  /** With a node id of its own. */
  public static House of(
      Media media, Events events, AccessTokens tokens, Lifetimes lifetimes, Clock clock) {
    return new House(media, events, tokens, lifetimes, clock, new SignalTroubles(), Sids.node());
  }
}
