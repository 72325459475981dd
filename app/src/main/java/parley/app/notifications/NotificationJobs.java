package parley.app.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.notifications.push.PushRound;

/** When people are reminded, what waits is delivered, and what is old is forgotten. */
@Configuration(proxyBeanMethods = false)
class NotificationJobs {
  @Bean
  RecurringTask<Void> meetingReminderTask(ReminderRound reminders) {
    return Tasks.recurring("meeting-reminder", FixedDelay.of(Duration.ofSeconds(20)))
        .execute((instance, context) -> reminders.run());
  }

  @Bean
  RecurringTask<Void> notificationDeliveryTask(Delivery delivery) {
    return Tasks.recurring("notification-delivery", FixedDelay.of(Duration.ofSeconds(10)))
        .execute((instance, context) -> delivery.run());
  }

  @Bean
  RecurringTask<Void> pushDeliveryTask(PushRound pushing) {
    return Tasks.recurring("push-delivery", FixedDelay.of(Duration.ofSeconds(10)))
        .execute((instance, context) -> pushing.run());
  }

  @Bean
  RecurringTask<Void> notificationTidyTask(NotificationTidy tidy) {
    return Tasks.recurring("notification-tidy", FixedDelay.of(Duration.ofHours(6)))
        .execute((instance, context) -> tidy.run());
  }
}
