package parley.app.billing;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** What somebody bought and how they paid. */
@Component
class BillingPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.of("subscriptions", "t.user_id = :user"),
          Part.of("payment_methods", "t.user_id = :user"),
          Part.of("storage_usage", "t.user_id = :user"));

  private final JdbcClient jdbc;

  BillingPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "billing";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  /** Which plan was paid for when stays, for the books, under a number only. */
  @Override
  @Transactional
  public void erase(UUID userId) {
    run(userId, "DELETE FROM payment_methods WHERE user_id = :user");
    run(userId, "DELETE FROM storage_usage WHERE user_id = :user");
    run(userId, "UPDATE subscriptions SET stripe_subscription_id = NULL WHERE user_id = :user");
  }

  @Override
  public List<String> stays(UUID userId) {
    long bought =
        jdbc.sql("SELECT count(*) FROM subscriptions WHERE user_id = :user")
            .param("user", userId)
            .query(Long.class)
            .single();
    return bought == 0
        ? List.of()
        : List.of(
            "Subscriptions: "
                + bought
                + ". Which plan was paid for when stays in the books as long as tax law asks, under a number only.");
  }

  private void run(UUID userId, String statement) {
    jdbc.sql(statement).param("user", userId).update();
  }
}
