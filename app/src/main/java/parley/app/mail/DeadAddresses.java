package parley.app.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.Hmac;
import parley.app.shared.SecretKeys;

/** The table {@code dead_addresses}: where mail servers say that nobody lives. */
@Repository
class DeadAddresses {
  private final JdbcClient jdbc;
  private final Hmac hmac;

  DeadAddresses(JdbcClient jdbc, SecretKeys keys) {
    this.jdbc = jdbc;
    this.hmac = new Hmac(keys.bytes("dead mail addresses"));
  }

  /** Notes what a server answered about the address. */
  void add(String address, int reply, Instant now) {
    jdbc.sql(
            """
            INSERT INTO dead_addresses (address_hash, reply, since) VALUES (:hash, :reply, :now)
            ON CONFLICT (address_hash) DO UPDATE SET reply = excluded.reply
            """)
        .param("hash", hash(address))
        .param("reply", reply)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets it: a server has taken a mail for it again. */
  void remove(String address) {
    jdbc.sql("DELETE FROM dead_addresses WHERE address_hash = :hash")
        .param("hash", hash(address))
        .update();
  }

  boolean has(String address) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM dead_addresses WHERE address_hash = :hash)")
        .param("hash", hash(address))
        .query(Boolean.class)
        .single();
  }

  /** Forgets those noted before; a mailbox may have been made since. */
  int forgetOlderThan(Instant time) {
    return jdbc.sql("DELETE FROM dead_addresses WHERE since < :time")
        .param("time", time.atOffset(ZoneOffset.UTC))
        .update();
  }

  private byte[] hash(String address) {
    return hmac.sign(address.toLowerCase(Locale.ROOT));
  }
}
