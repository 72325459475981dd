package parley.app.users.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When archives are packed and deleted, and people erased. */
@Configuration(proxyBeanMethods = false)
class PrivacyJobs {
  @Bean
  RecurringTask<Void> exportRoundTask(ExportRound round) {
    return Tasks.recurring("export-round", FixedDelay.of(Duration.ofSeconds(3)))
        .execute((instance, context) -> round.run());
  }

  @Bean
  RecurringTask<Void> exportTidyTask(ExportRound round) {
    return Tasks.recurring("export-tidy", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> {
          try {
            round.tidy();
          } catch (IOException notRemoved) {
            throw new UncheckedIOException(notRemoved);
          }
        });
  }

  @Bean
  RecurringTask<Void> erasureTask(ErasureRound round) {
    return Tasks.recurring("erasure-round", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> round.run());
  }
}
