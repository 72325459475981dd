package parley.app.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.AddressBook;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.shared.PersonalRows.Part;

/**
 * Mails to somebody's present address. Those to an earlier one are forgotten with their age, before
 * an erasure comes. An export tells that they were written, not what: links and codes in them prove
 * that whoever has them reads the mailbox.
 */
@Component
class MailPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.of(
              "outgoing_mails",
              "lower(t.recipient) = lower(:address)",
              "text_body",
              "html_body",
              "unsubscribe_url",
              "next_attempt_at"));

  private final JdbcClient jdbc;
  private final PersonalRows rows;
  private final AddressBook addresses;
  private final DeadAddresses dead;

  MailPersonalData(JdbcClient jdbc, PersonalRows rows, AddressBook addresses, DeadAddresses dead) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.addresses = addresses;
    this.dead = dead;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return addresses
        .verifiedEmailOf(userId)
        .map(address -> rows.read(Map.of("address", address), PARTS))
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
