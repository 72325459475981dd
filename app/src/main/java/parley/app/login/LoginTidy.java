package parley.app.login;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets sessions, devices and links that have long been of no use: they tell where people were.
 */
@Configuration(proxyBeanMethods = false)
class LoginTidy {
  private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
  private static final Duration EVENTS_KEPT = Duration.ofDays(90);
  private static final Duration DEVICES_KEPT = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final LoginSettings settings;
  private final Clock clock;

  LoginTidy(JdbcClient jdbc, LoginSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> loginTidyTask() {
    return Tasks.recurring("login-tidy", FixedDelay.of(Duration.ofHours(12)))
        .execute((instance, context) -> run());
  }

  void run() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    OffsetDateTime ended = now.minus(SESSIONS_KEPT);
    jdbc.sql(
            """
            DELETE FROM login_sessions
            WHERE ended_at < :ended OR expires_at < :ended OR last_used_at < :unused
            """)
        .param("ended", ended)
        .param("unused", ended.minus(settings.sessionIdle()))
        .update();
    jdbc.sql("DELETE FROM known_devices WHERE last_used_at < :before")
        .param("before", now.minus(DEVICES_KEPT))
        .update();
    for (String links :
        List.of("email_verifications", "password_resets", "email_changes", "social_logins")) {
      jdbc.sql("DELETE FROM " + links + " WHERE expires_at < :ended")
          .param("ended", ended)
          .update();
    }
    jdbc.sql("DELETE FROM api_keys WHERE revoked_at < :ended OR expires_at < :ended")
        .param("ended", ended)
        .update();
    jdbc.sql("DELETE FROM account_restorations WHERE expires_at < :now").param("now", now).update();
    forgetSteps(now);
  }

  /** What was begun and never finished, and what the owner has had time to look at. */
  private void forgetSteps(OffsetDateTime now) {
    jdbc.sql("DELETE FROM pending_logins WHERE expires_at < :now").param("now", now).update();
    jdbc.sql("DELETE FROM passkey_challenges WHERE expires_at < :now").param("now", now).update();
    jdbc.sql("DELETE FROM proof_codes WHERE expires_at < :now").param("now", now).update();
    jdbc.sql("DELETE FROM code_tries WHERE last_at < :before")
        .param("before", now.minusDays(1))
        .update();
    jdbc.sql("DELETE FROM authenticator_apps WHERE confirmed_at IS NULL AND created_at < :before")
        .param("before", now.minusDays(1))
        .update();
    jdbc.sql("DELETE FROM security_events WHERE created_at < :before")
        .param("before", now.minus(EVENTS_KEPT))
        .update();
  }
}
