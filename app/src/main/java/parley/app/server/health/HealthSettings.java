package parley.app.server.health;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code parley.health}.
 *
 * @param spaceNeeded with less free space than this where the data folder is, health is DOWN
 * @param spaceWarning with less than this, the log and the details of health say so
 */
@ConfigurationProperties("parley.health")
record HealthSettings(
    @DefaultValue("200MB") DataSize spaceNeeded, @DefaultValue("2GB") DataSize spaceWarning) {}
