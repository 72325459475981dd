package parley.mediaserver;

import java.time.Duration;

/**
 * How long the media server waits before it draws a conclusion. Shorter than LiveKit's own values,
 * so that a killed browser is gone from the meeting within seconds.
 *
 * @param pingInterval what clients are told: send a ping this often (whole seconds, at least one)
 * @param pingTimeout what clients are told: give the connection up after this silence (whole
 *     seconds, at least one)
 * @param silent no STUN, RTP or RTCP for this long: the participant's quality is LOST
 * @param removed nothing heard for this long, neither media nor signal: the participant is removed
 *     within another second
 * @param mediaLost the signal still speaks but the media path has been dead for this long: the
 *     client is told to start afresh
 * @param join media must be connected this long after the join, else {@code JOIN_FAILURE}
 * @param refreshEvery how often a fresh token is sent
 * @param refreshedToken how long such a token is valid
 */
public record Lifetimes(
    Duration pingInterval,
    Duration pingTimeout,
    Duration silent,
    Duration removed,
    Duration mediaLost,
    Duration join,
    Duration refreshEvery,
    Duration refreshedToken) {

  /** The values of a production server. */
  public static Lifetimes standard() {
    return new Lifetimes(
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(8),
        Duration.ofSeconds(14),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10));
  }
}
