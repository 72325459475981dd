/**
 * Signed tokens: JSON Web Tokens with HMAC-SHA-256 (RFC 7519, RFC 7518 §3.2) and nothing else.
 * Knows claims as plain maps, not what they mean.
 */
@NullMarked
package parley.mediaserver.token;

import org.jspecify.annotations.NullMarked;
