package parley.app.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login holds and what a password hash costs.
 *
 * @param sessionIdle a session unused for so long ends
 * @param sessionLifetime a session ends after so long however much it is used
 * @param argon2MemoryKib memory of one Argon2id hash in KiB (OWASP: 19456 with two passes)
 * @param argon2Passes passes over that memory
 * @param hashesAtOnce how many hashes are computed side by side; 0: one for each processor
 */
@ConfigurationProperties("parley.login")
record LoginSettings(
    @DefaultValue("14d") Duration sessionIdle,
    @DefaultValue("90d") Duration sessionLifetime,
    @DefaultValue("19456") int argon2MemoryKib,
    @DefaultValue("2") int argon2Passes,
    @DefaultValue("0") int hashesAtOnce) {}
