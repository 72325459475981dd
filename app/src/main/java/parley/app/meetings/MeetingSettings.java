package parley.app.meetings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code parley.meetings}.
 *
 * @param opensBefore how long before its start a scheduled meeting lets people in without a host
 * @param mediaWithin how long a seat is kept for somebody whose media has not come
 * @param seatKept how long a seat is kept for somebody whose media is lost
 * @param endWhenEmptyFor ends a meeting nobody has been in for so long; null: never
 */
@ConfigurationProperties("parley.meetings")
public record MeetingSettings(
    @DefaultValue("10m") Duration opensBefore,
    @DefaultValue("15s") Duration mediaWithin,
    @DefaultValue("60s") Duration seatKept,
    @Nullable Duration endWhenEmptyFor) {}
