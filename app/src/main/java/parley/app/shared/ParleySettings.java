package parley.app.shared;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that more than one room reads.
 *
 * @param publicUrl address people open, without a slash at the end; null: derived, ask {@link
 *     PublicUrl}
 * @param dataDir folder for everything kept: database, files, keys
 * @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-*} headers are
 *     believed
 * @param hosts other names than the public one that this Parley answers to
 * @param secretKey the secret all keys are derived from; null: made at first start and kept in the
 *     data folder
 * @param monitoringKey bearer with which {@code /actuator} answers other machines and, behind a
 *     proxy, this one; null: none
 * @param readMemory for how long a node may remember what it has read of logins, users, staff and
 *     entry rules; 0: not at all
 * @param lan whether to listen on all addresses with a self-signed certificate
 * @param tls certificate and key as PEM files
 */
@ConfigurationProperties("parley")
public record ParleySettings(
    @Nullable String publicUrl,
    @DefaultValue("./data") Path dataDir,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue List<String> hosts,
    @Nullable String secretKey,
    @Nullable String monitoringKey,
    @DefaultValue("500ms") Duration readMemory,
    @DefaultValue("false") boolean lan,
    @DefaultValue Tls tls) {

  /** PEM files; both or none. */
  public record Tls(@Nullable Path cert, @Nullable Path key) {}
}
