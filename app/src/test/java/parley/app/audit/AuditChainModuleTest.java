package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.audit.ChainReport.Fault;
import parley.app.audit.ChainReport.Kind;
import parley.app.shared.Auditable;
import parley.app.shared.ParleySettings;
import parley.app.shared.PersonKeys;
import parley.app.shared.SecretKeys;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
class AuditChainModuleTest {
  private static final String BY_HAND =
      "INSERT INTO audit_logs (entity_type, entity_id, action) VALUES ('meeting', ?, 'viewed')";

  @LocalServerPort int port;
  @Autowired ApplicationEventPublisher events;
  @Autowired SealRound round;
  @Autowired SecretKeys keys;
  @Autowired PersonKeys personKeys;
  @Autowired ParleySettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  private JdbcClient owner = JdbcClient.create(new org.postgresql.ds.PGSimpleDataSource());

  record Seen(String entityId) implements Auditable {
    @Override
    public UUID actorUserId() {
      return new UUID(0, 7);
    }

    @Override
    public String entityType() {
      return "meeting";
    }

    @Override
    public String action() {
      return "viewed";
    }

    @Override
    public Map<String, Object> after() {
      return Map.of("isLocked", true, "maxParticipants", 12);
    }
  }

  @BeforeEach
  void fromTheBeginning() throws IOException {
    database.empty();
    Files.deleteIfExists(head());
    owner = JdbcClient.create(database.owner());
  }

  @Test
  void whatIsWrittenIsSealedOnceAndVerifies() {
    assertThat(seal()).isZero();
    write(3);
    assertThat(seal()).isEqualTo(3);
    assertThat(seal()).isZero();
    write(2);
    assertThat(check()).isEqualTo(new ChainReport(3, 2, check().sealedUntil(), true, null));
    assertThat(seal()).isEqualTo(2);
    assertThat(check().rows()).isEqualTo(5);
    assertThat(count("audit_seals")).isEqualTo(2);
  }

  @Test
  void aRowThatIsCommittedLateUnderALowerIdStillEndsInTheChain() throws SQLException {
    try (Connection late = database.app().getConnection();
        Connection soon = database.app().getConnection()) {
      late.setAutoCommit(false);
      soon.setAutoCommit(false);
      insert(late, "late");
      insert(soon, "soon");
      soon.commit();
      assertThat(round.run()).as("an older transaction still runs").isZero();
      write(1);
      assertThat(round.run()).isZero();
      late.commit();
      assertThat(seal()).isEqualTo(3);
    }
    assertThat(check().rows()).isEqualTo(3);
    assertThat(check().isIntact()).isTrue();
  }

  @Test
  void idsOfWhatWasRolledBackLeaveGapsThatAreNoFault() throws SQLException {
    write(1);
    try (Connection undone = database.app().getConnection()) {
      undone.setAutoCommit(false);
      insert(undone, "undone");
      undone.rollback();
    }
    write(1);
    assertThat(seal()).isEqualTo(2);
    assertThat(owner.sql("SELECT log_ids::text FROM audit_seals").query(String.class).single())
        .isEqualTo("{1,3}");
    assertThat(check().isIntact()).isTrue();
  }

  @Test
  void manyWritersAndSealersAtOnceLeaveEveryRowInExactlyOneSeal() {
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (int i = 0; i < 8; i++) {
        threads.submit(() -> write(50));
      }
      for (int i = 0; i < 4; i++) {
        threads.submit(() -> IntStream.range(0, 25).forEach(turn -> round.run()));
      }
    }
    seal();
    assertThat(check()).isEqualTo(new ChainReport(400, 0, check().sealedUntil(), true, null));
    assertThat(
            owner
                .sql("SELECT count(DISTINCT one) FROM audit_seals, unnest(log_ids) AS one")
                .query(Long.class)
                .single())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTERED|3|UPDATE audit_logs SET action = 'deleted' WHERE id = 3",
        "ALTERED|3|UPDATE audit_logs SET entity_id = NULL WHERE id = 3",
        "ALTERED|3|UPDATE audit_logs SET after = '{\"isLocked\": false, \"maxParticipants\": 12}' WHERE id = 3",
        "ALTERED|3|UPDATE audit_logs SET created_at = created_at + interval '1 microsecond' WHERE id IN (3, 5)",
        "ALTERED|3|UPDATE audit_logs SET actor_user_id = gen_random_uuid() WHERE id = 3",
        "ALTERED|3|UPDATE audit_logs SET note_sealed = '\\x01' WHERE id = 3",
        "REMOVED|3|DELETE FROM audit_logs WHERE id = 3",
        "REMOVED|3|UPDATE audit_logs SET txid = txid + 1000000 WHERE id = 3",
        "INSERTED|99|INSERT INTO audit_logs (id, entity_type, action, txid) SELECT 99, 'user', 'viewed', txid FROM audit_logs WHERE id = 4",
        "MOVED|2|UPDATE audit_logs SET id = CASE id WHEN 2 THEN -3 ELSE -2 END WHERE id IN (2, 3); UPDATE audit_logs SET id = -id WHERE id < 0",
        "SEAL||UPDATE audit_seals SET log_hashes = set_byte(log_hashes, 3, (get_byte(log_hashes, 3) + 1) % 256) WHERE id = 1",
        "SEAL||UPDATE audit_seals SET sealed_at = sealed_at + interval '1 second' WHERE id = 1",
        "SEAL||UPDATE audit_seals SET to_txid = to_txid + 1 WHERE id = 1",
        "SEAL||DELETE FROM audit_seals WHERE id = 1",
        "SEAL||UPDATE audit_seals SET signature = set_byte(signature, 0, (get_byte(signature, 0) + 1) % 256) WHERE id = 2",
        "CUT_OFF||DELETE FROM audit_seals WHERE id = 2; DELETE FROM audit_logs WHERE id > 4"
      })
  void whoeverBendsTheTrailIsFoundOut(Kind kind, Long row, String sql) {
    write(4);
    seal();
    write(2);
    seal();
    assertThat(check().isIntact()).isTrue();
    for (String statement : sql.split(";")) {
      owner.sql(statement).update();
    }
    Fault fault = Objects.requireNonNull(check().fault());
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.rowId()).isEqualTo(row);
  }

  @Test
  void aSealMadeWithoutTheKeyIsNone() {
    write(1);
    seal();
    AuditChain.check(database.app(), keys, settings.dataDir());
    ChainReport report =
        AuditChain.check(database.app(), purpose -> new byte[32], settings.dataDir());
    assertThat(Objects.requireNonNull(report.fault()).kind()).isEqualTo(Kind.SEAL);
  }

  @Test
  void anEndThatWasCutOffStaysKnownHoweverMuchIsSealedAfterwards() {
    write(2);
    seal();
    write(2);
    seal();
    owner.sql("DELETE FROM audit_seals WHERE id = 2").update();
    owner.sql("DELETE FROM audit_logs WHERE id > 2").update();
    write(1);
    seal();
    write(1);
    seal();
    assertThat(Objects.requireNonNull(check().fault()).kind()).isEqualTo(Kind.CUT_OFF);
  }

  @Test
  void aMarkThatCannotBeReadIsAFaultAndIsNotWrittenOver() throws IOException {
    write(2);
    seal();
    Files.writeString(head(), "7 nonsense");
    write(1);
    round.run();
    assertThat(Objects.requireNonNull(check().fault()).sentence()).contains("audit-head");
    assertThat(Files.readString(head())).isEqualTo("7 nonsense");
  }

  @Test
  void aMarkThatIsMissingIsTold() throws IOException {
    assertThat(check().guarded()).as("nothing is sealed yet").isTrue();
    write(1);
    seal();
    assertThat(check().guarded()).isTrue();
    Files.delete(head());
    assertThat(check().guarded()).isFalse();
    assertThat(check().isIntact()).isTrue();
  }

  @Test
  void aDatabaseRestoredIntoAServerWhoseTransactionsCountFromLowerGoesOn() {
    write(3);
    seal();
    write(2);
    // As a restore into another server would leave it: everything written in far later
    // transactions.
    owner.sql("DELETE FROM audit_seals").update();
    owner.sql("UPDATE audit_logs SET txid = txid + 1000000").update();
    sealAsThatServerDid();
    write(2);
    assertThat(seal()).isEqualTo(2 + 2);
    write(1);
    assertThat(seal()).isEqualTo(1);
    assertThat(check()).isEqualTo(new ChainReport(8, 0, check().sealedUntil(), true, null));
    owner.sql("UPDATE audit_logs SET action = 'deleted' WHERE id = 5").update();
    Fault fault = Objects.requireNonNull(check().fault());
    assertThat(fault.kind()).isEqualTo(Kind.ALTERED);
    assertThat(fault.rowId()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "-5, txid",
    "0, txid",
    "99, -1",
    "99, 9000000000000",
    "99, 9223372036854775807",
    "98, 9223372036854775806"
  })
  void aRowThatNoSealWillEverCoverIsFound(long id, String txid) {
    write(2);
    seal();
    owner.sql("DELETE FROM audit_logs WHERE id = " + id).update();
    String stray =
        "INSERT INTO audit_logs (id, entity_type, action, txid) SELECT %d, 'user', 'viewed', %s";
    owner.sql(stray.formatted(id, txid) + " FROM audit_logs WHERE id = 1").update();
    Fault fault = Objects.requireNonNull(check().fault());
    assertThat(fault.kind()).isEqualTo(Kind.INSERTED);
    assertThat(fault.rowId()).isEqualTo(id);
    write(1);
    round.run();
    assertThat(check().fault()).as("however much is sealed afterwards").isNotNull();
  }

  @Test
  void whereALifeEndsIsAskedOnceForAllSealsOfIt() {
    for (int i = 0; i < 5; i++) {
      write(1);
      seal();
    }
    var asked = new java.util.concurrent.atomic.AtomicInteger();
    var counting =
        new SealRepository(owner) {
          @Override
          long endOfLife(long afterLogId) {
            asked.incrementAndGet();
            return super.endOfLife(afterLogId);
          }
        };
    ChainReport report =
        new ChainCheck(counting, new SealKey(keys), new ChainHead(settings.dataDir())).run();
    assertThat(report.isIntact()).isTrue();
    assertThat(report.rows()).isEqualTo(5);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSealTakesSoManyRowsAtMostAndNeverHalfATransaction() {
    manyRows(1, 25_000, "1 + g / 600");
    manyRows(25_001, 37_000, "300");
    manyRows(37_001, 37_010, "301");
    assertThat(seal()).isEqualTo(37_010);
    List<Integer> sizes =
        owner
            .sql("SELECT cardinality(log_ids) FROM audit_seals ORDER BY id")
            .query(Integer.class)
            .list();
    assertThat(sizes.subList(0, 2)).allMatch(size -> size <= 10_000 && size > 9_000);
    assertThat(sizes).contains(12_000);
    assertThat(check().isIntact()).isTrue();
    assertThat(check().rows()).isEqualTo(37_010);
  }

  @Test
  void erasureTakesWhatBelongsToAPersonAndTheChainStillHolds() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    UUID id = Staffing.idOf(ada);
    Visitor admin = Staffing.visitor(port, jdbc, "admin");
    String suspension = "/api/v1/staff/users/" + id + "/suspension";
    assertThat(admin.put(suspension, Map.of("reason", "canary words")).status()).isEqualTo(204);
    seal();
    long entry =
        jdbc.sql("SELECT id FROM audit_logs WHERE action = 'suspended'").query(Long.class).single();
    String path = "/api/v1/staff/audit/" + entry;
    assertThat(admin.get(path).json().path("note").asString()).isEqualTo("canary words");
    assertThat(admin.get(path).json().path("address").asString())
        .isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(dump()).doesNotContain("canary words");
    personKeys.destroy(id);
    assertThat(admin.get(path).json().path("note").isNull()).isTrue();
    seal();
    assertThat(check().isIntact()).isTrue();
  }

  // The first three rows under one seal, made by hand with the numbers of the other server.
  private void sealAsThatServerDid() {
    long first =
        owner.sql("SELECT max(txid) + 1 FROM audit_logs WHERE id <= 3").query(Long.class).single();
    var span = new AuditSeal.Span(0, 0, first);
    List<AuditRow> rows = new SealRepository(owner).rows(span, 3);
    var hashes = new java.io.ByteArrayOutputStream();
    rows.forEach(row -> hashes.writeBytes(row.hash()));
    var bare =
        new AuditSeal(
            1,
            span,
            rows.stream().map(AuditRow::id).toList(),
            hashes.toByteArray(),
            AuditSeal.beginning(),
            new byte[0],
            new byte[0],
            java.time.Instant.EPOCH);
    byte[] hash = bare.computedHash();
    new SealRepository(owner)
        .insert(
            new AuditSeal(
                1,
                span,
                bare.logIds(),
                bare.logHashes(),
                bare.previousHash(),
                hash,
                new SealKey(keys).sign(hash),
                bare.sealedAt()));
    try {
      Files.deleteIfExists(head());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  // In transactions long past.
  private void manyRows(int from, int to, String txid) {
    owner
        .sql(
            "INSERT INTO audit_logs (id, entity_type, action, txid) OVERRIDING SYSTEM VALUE"
                + " SELECT g, 'user', 'viewed', %s FROM generate_series(%d, %d) AS g"
                    .formatted(txid, from, to))
        .update();
  }

  private Path head() {
    return settings.dataDir().resolve("audit-head");
  }

  private ChainReport check() {
    return AuditChain.check(database.app(), keys, settings.dataDir());
  }

  private void write(int rows) {
    for (int i = 0; i < rows; i++) {
      events.publishEvent(new Seen(UUID.randomUUID().toString()));
    }
  }

  /** Seals all there is: what others do on this server may make it wait a moment. */
  private int seal() {
    int sealed = 0;
    do {
      sealed += round.run();
    } while (check().waiting() > 0 && check().isIntact());
    return sealed;
  }

  private static void insert(Connection connection, String entityId) throws SQLException {
    try (var statement = connection.prepareStatement(BY_HAND)) {
      statement.setString(1, entityId);
      statement.executeUpdate();
    }
  }

  private String dump() {
    return jdbc.sql(
            "SELECT string_agg(a::text || encode(coalesce(note_sealed, ''), 'escape'), ' ') FROM audit_logs a")
        .query(String.class)
        .single();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
