/**
 * Session descriptions (RFC 8866) as WebRTC uses them (RFC 8829): text to objects and back. A
 * {@link parley.wire.sdp.SessionDescription} keeps every attribute in its order; typed readers such
 * as {@link parley.wire.sdp.MediaSection#codecs()} look at the ones that matter. Nothing here
 * throws on bad input: what cannot be read is null or absent.
 */
@NullMarked
package parley.wire.sdp;

import org.jspecify.annotations.NullMarked;
