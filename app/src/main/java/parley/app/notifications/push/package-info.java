/**
 * Web push: messages to browsers by way of their makers' push services (RFC 8030), sealed for the
 * browser (RFC 8291) and signed by this installation (RFC 8292). It knows devices and deliveries;
 * what a notification says it is told by {@link parley.app.notifications.push.PushWords}.
 */
@NullMarked
package parley.app.notifications.push;

import org.jspecify.annotations.NullMarked;
