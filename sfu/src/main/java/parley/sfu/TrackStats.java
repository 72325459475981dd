package parley.sfu;

import java.time.Duration;

/**
 * Counters of a track since it began.
 *
 * @param lost packets that never came (published), or that the receiver reports lost (subscribed)
 * @param retransmitted packets that came, or were sent, again
 * @param loss fraction in the last reported interval, 0–1
 * @param rtt zero while unknown
 */
public record TrackStats(
    long packets,
    long bytes,
    long lost,
    long retransmitted,
    long keyframeRequests,
    double loss,
    Duration jitter,
    Duration rtt) {}
