/**
 * From a published track to its receivers: which packets each one gets, and under which numbers.
 * {@link parley.sfu.forward.Router} hands a packet to each {@link parley.sfu.forward.Forwarder},
 * which selects and rewrites.
 */
@NullMarked
package parley.sfu.forward;

import org.jspecify.annotations.NullMarked;
