/**
 * RTCP (RFC 3550 §6) with the feedback of RFC 4585, RFC 5104, REMB and TWCC: compounds read without
 * allocation or exception, and written.
 */
@NullMarked
package parley.wire.rtcp;

import org.jspecify.annotations.NullMarked;
