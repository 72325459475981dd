/**
 * RTP (RFC 3550) with its header extensions (RFC 8285) and retransmission format (RFC 4588): views
 * and writers over byte buffers with absolute indexes, for packets that nobody has checked yet.
 */
@NullMarked
package parley.wire.rtp;

import org.jspecify.annotations.NullMarked;
