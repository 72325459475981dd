/**
 * What comes from a participant: its streams told apart, retransmissions unwrapped, losses asked
 * for, keyframes seen. The {@link parley.sfu.receive.ReceivePipeline} reads like a table of
 * contents.
 */
@NullMarked
package parley.sfu.receive;

import org.jspecify.annotations.NullMarked;
