package parley.app.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are told, and how long what they were told is kept.
 *
 * @param reminderBefore how long before a scheduled meeting its people are reminded
 * @param keepRead how long a notification is kept that was read
 * @param keep how long any notification is kept
 */
@ConfigurationProperties("parley.notifications")
record NotificationSettings(
    @DefaultValue("10m") Duration reminderBefore,
    @DefaultValue("30d") Duration keepRead,
    @DefaultValue("90d") Duration keep) {}
