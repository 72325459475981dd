package parley.app.updates;

import java.time.Instant;

/**
 * One row of the stream.
 *
 * @param seq its number in the topic, from 1, without a gap
 * @param kind what happened, such as {@code chat.message}
 * @param data what a page needs to know of it, as JSON text
 * @param at when it was written
 */
record Update(Topic topic, long seq, String kind, String data, Instant at) {}
