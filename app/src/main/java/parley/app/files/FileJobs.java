package parley.app.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.AuditFields;

/** When bytes go that a crash left behind. */
@Configuration(proxyBeanMethods = false)
class FileJobs {
  @Bean
  RecurringTask<Void> fileRemovalTask(FileRemovals removals) {
    return Tasks.recurring("file-removal", FixedDelay.of(Duration.ofMinutes(5)))
        .execute((instance, context) -> removals.sweep());
  }

  @Bean
  AuditFields fileAuditFields() {
    return AuditFields.of("file", "type", "sizeBytes", "mimeType");
  }
}
