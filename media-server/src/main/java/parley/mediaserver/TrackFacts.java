package parley.mediaserver;

/**
 * A published track, as listeners are told of it.
 *
 * @param sid {@code TR_…}, unique in the server
 * @param audio true for sound, false for pictures
 * @param source where it comes from
 * @param muted whether its publisher (or a host) holds it muted
 */
public record TrackFacts(String sid, boolean audio, TrackSource source, boolean muted) {}
