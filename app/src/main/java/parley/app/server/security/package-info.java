/**
 * The filter chain: who is asking, own origin, CSRF, security headers, and refusals before a room
 * is reached.
 */
@NullMarked
package parley.app.server.security;

import org.jspecify.annotations.NullMarked;
