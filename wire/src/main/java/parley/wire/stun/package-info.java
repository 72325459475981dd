/**
 * STUN messages (RFC 8489) as far as ICE needs them (RFC 8445): Binding requests and their answers,
 * read through {@link parley.wire.stun.StunMessage} and written by {@link
 * parley.wire.stun.StunWriter}.
 */
@NullMarked
package parley.wire.stun;

import org.jspecify.annotations.NullMarked;
