package parley.app.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out; the SMTP server itself is set under {@code spring.mail}.
 *
 * @param from the sender, such as {@code Parley <meet@example.org>}; null: {@code no-reply} at the
 *     public host
 * @param firstRetry how long after a failed try the next comes; it doubles with each
 * @param giveUpAfter a mail that no server has accepted for so long is not sent any more
 * @param keep how long mails and what became of them are kept
 */
@ConfigurationProperties("parley.mail")
record MailSettings(
    @Nullable String from,
    @DefaultValue("30s") Duration firstRetry,
    @DefaultValue("3d") Duration giveUpAfter,
    @DefaultValue("30d") Duration keep) {}
