package parley.app.notifications.push;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers are pushed to.
 *
 * @param contact whom push services may write to about our pushes, {@code mailto:} or {@code
 *     https:} (RFC 8292 §2.1); null: the public address
 * @param localServices whether services on private addresses, and without HTTPS, are pushed to
 */
@ConfigurationProperties("parley.push")
record PushSettings(@Nullable String contact, @DefaultValue("false") boolean localServices) {}
