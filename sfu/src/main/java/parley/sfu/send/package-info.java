/**
 * From a rewritten packet to the transport of one receiver: kept for retransmission, stamped,
 * counted, sent. {@link parley.sfu.send.SendPipeline} reads like a table of contents.
 */
@NullMarked
package parley.sfu.send;

import org.jspecify.annotations.NullMarked;
