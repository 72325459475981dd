package parley.app.mail;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.AddressBook;
import parley.app.shared.PersonalData;

/**
 * Mails to somebody's present address. Those to an earlier one are forgotten with their age, before
 * an erasure comes. An export tells that they were written, not what: links and codes in them prove
 * that whoever has them reads the mailbox.
 */
@Component
class MailPersonalData implements PersonalData {
  private static final Part MAILS =
      Part.of(
          "outgoing_mails",
          "lower(t.recipient) = lower(:address)",
          "text_body",
          "html_body",
          "unsubscribe_url",
          "next_attempt_at");

  private final JdbcClient jdbc;
  private final AddressBook addresses;
  private final DeadAddresses dead;

  MailPersonalData(JdbcClient jdbc, AddressBook addresses, DeadAddresses dead) {
    this.jdbc = jdbc;
    this.addresses = addresses;
    this.dead = dead;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return addresses
        .verifiedEmailOf(userId)
        .map(address -> List.of(MAILS.with("address", address)))
        .orElse(List.of());
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    addresses.emailOf(userId).ifPresent(this::forget);
  }

  private void forget(String address) {
    jdbc.sql("DELETE FROM outgoing_mails WHERE lower(recipient) = lower(:address)")
        .param("address", address)
        .update();
    dead.remove(address);
  }
}
