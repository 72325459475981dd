package parley.app.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.PersonalData;

/**
 * The lines of the trail that are about somebody. None of them ever changes: what they keep of a
 * person is sealed with that person's key, which {@code users} destroys.
 */
@Component
class AuditPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.of(
              "audit_logs",
              "t.actor_user_id = :user OR t.entity_type = 'user' AND t.entity_id = :user::text",
              "txid"));

  private final JdbcClient jdbc;
  private final PersonSeal seal;

  AuditPersonalData(JdbcClient jdbc, PersonSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  /** Opens what belongs to this user, and takes out who somebody else was and where from. */
  @Override
  public Map<String, Object> told(UUID userId, Map<String, Object> line) {
    Optional<byte[]> address = bytes(line.remove("actor_ip_sealed"));
    Optional<byte[]> note = bytes(line.remove("note_sealed"));
    Object actor = line.get("actor_user_id");
    if (actor == null || actor.equals(userId.toString())) {
      open(userId, address).ifPresent(words -> line.put("address", words));
    } else {
      line.remove("actor_user_id");
      line.remove("actor_ip");
    }
    // Words about another user are sealed with the key of that user: they do not open.
    open(userId, note).ifPresent(words -> line.put("note", words));
    return line;
  }

  private Optional<String> open(UUID userId, Optional<byte[]> sealed) {
    return sealed.flatMap(bytes -> seal.openNote(Optional.of(userId), bytes));
  }

  // As PostgreSQL spells bytes in JSON: two signs, then hexadecimal digits.
  private static Optional<byte[]> bytes(@Nullable Object column) {
    return Optional.ofNullable(column)
        .map(text -> HexFormat.of().parseHex(text.toString().substring(2)));
  }

  @Override
  public void erase(UUID userId) {
    // Done by destroying the key.
  }

  @Override
  public List<String> stays(UUID userId) {
    long lines =
        jdbc.sql("SELECT count(*) FROM audit_logs WHERE actor_user_id = :user")
            .param("user", userId)
            .query(Long.class)
            .single();
    return lines == 0
        ? List.of()
        : List.of(
            "Lines of the audit trail: "
                + lines
                + ". They tell what was done, under a number only; the addresses in them can no longer be read.");
  }
}
