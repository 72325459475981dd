/** Recorded pictures and sound, cut into RTP payloads. */
@NullMarked
package parley.bench.clip;

import org.jspecify.annotations.NullMarked;
