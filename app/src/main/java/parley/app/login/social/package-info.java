/**
 * Logging in by an account at another provider: OpenID Connect (Core 1.0, Discovery 1.0) with PKCE
 * (RFC 7636), and Facebook's OAuth 2.0. The protocol is the Nimbus SDK's; which accounts belong to
 * whom is decided here.
 */
@NullMarked
package parley.app.login.social;

import org.jspecify.annotations.NullMarked;
