package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowCheckTest {
  @Test
  void aLargeSealTakesNoLongerThanItsRows() {
    List<AuditRow> rows =
        LongStream.rangeClosed(1, 100_000)
            .mapToObj(id -> new AuditRow(id, ByteBuffer.allocate(8).putLong(id).array()))
            .toList();
    var hashes = new ByteArrayOutputStream();
    rows.forEach(row -> hashes.writeBytes(row.hash()));
    var seal =
        new AuditSeal(
            1,
            new AuditSeal.Span(0, 0, 9),
            rows.stream().map(AuditRow::id).toList(),
            hashes.toByteArray(),
            AuditSeal.beginning(),
            new byte[0],
            new byte[0],
            Instant.EPOCH);
    // Row by row against every other it took minutes.
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(RowCheck.of(seal, rows)).isEmpty());
  }
}
