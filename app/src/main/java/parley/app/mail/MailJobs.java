package parley.app.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the outbox is emptied and tidied. */
@Configuration(proxyBeanMethods = false)
class MailJobs {
  @Bean
  RecurringTask<Void> mailRoundTask(MailRound round) {
    return Tasks.recurring("mail-round", FixedDelay.of(Duration.ofSeconds(5)))
        .execute((instance, context) -> round.run());
  }

  @Bean
  RecurringTask<Void> mailTidyTask(MailTidy tidy) {
    return Tasks.recurring("mail-tidy", FixedDelay.of(Duration.ofHours(6)))
        .execute((instance, context) -> tidy.run());
  }
}
