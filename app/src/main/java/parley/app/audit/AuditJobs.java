package parley.app.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.AuditFields;

/** When the trail is sealed and looked through. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {
  @Bean
  RecurringTask<Void> auditSealTask(SealRound round) {
    return Tasks.recurring("audit-seal", FixedDelay.of(Duration.ofSeconds(2)))
        .execute((instance, context) -> round.run());
  }

  @Bean
  RecurringTask<Void> auditCheckTask(ChainChecks checks) {
    return Tasks.recurring("audit-check", FixedDelay.of(Duration.ofHours(6)))
        .execute((instance, context) -> checks.run());
  }

  @Bean
  AuditFields auditTrailFields() {
    return AuditFields.of("audit_entry", "format");
  }
}
