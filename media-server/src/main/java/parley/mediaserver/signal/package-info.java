/**
 * The signal conversation on the wire: join requests, frames in (binary protobuf or its JSON form,
 * bounded) and frames out (one ordered queue a session). Knows messages, not what they do.
 */
@NullMarked
package parley.mediaserver.signal;

import org.jspecify.annotations.NullMarked;
