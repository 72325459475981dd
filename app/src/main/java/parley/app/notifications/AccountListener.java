package parley.app.notifications;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import parley.app.notifications.push.BrowserName;
import parley.app.shared.Auditable;
import parley.app.shared.ClientAddress;
import parley.app.shared.Ids;
import parley.app.users.ExportReady;

/** Tells people what happens to their accounts; {@link AccountNews} says of what. */
@Component
class AccountListener {
  private static final String USER = "user";

  private final Occasions occasions;
  private final Ids ids;

  AccountListener(Occasions occasions, Ids ids) {
    this.occasions = occasions;
    this.ids = ids;
  }

  @EventListener
  void on(Auditable event) {
    AccountNews.of(event).ifPresent(news -> tell(event, news));
  }

  @EventListener
  void on(ExportReady event) {
    occasions.add(
        Occasion.of(
            "export_ready:" + event.exportId(),
            NotificationType.ACCOUNT,
            Set.of(event.userId()),
            Map.of("event", AccountNews.EXPORT_READY.spelled())));
  }

  private void tell(Auditable event, AccountNews news) {
    UUID person = holder(event);
    boolean firstAdministrator = news == AccountNews.STAFF_ROLE && event.actorUserId() == null;
    if (person != null && !firstAdministrator) {
      String key = "account:" + news.spelled() + ":" + ids.next();
      occasions.add(
          Occasion.of(key, NotificationType.SECURITY, Set.of(person), facts(event, news)));
    }
  }

  private static @Nullable UUID holder(Auditable event) {
    return event.entityType().equals(USER)
        ? UUID.fromString(event.entityId())
        : event.actorUserId();
  }

  private static Map<String, Object> facts(Auditable event, AccountNews news) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("event", news.spelled());
    if (news == AccountNews.STAFF_ROLE) {
      facts.put("role", String.valueOf(event.after().getOrDefault("staffRole", "none")));
    }
    if (news == AccountNews.NEW_DEVICE
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      facts.put("device", BrowserName.of(now.getRequest().getHeader("User-Agent")));
      facts.put("address", ClientAddress.of(now.getRequest()).text());
    }
    return facts;
  }
}
