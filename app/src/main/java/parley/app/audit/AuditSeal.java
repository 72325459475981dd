package parley.app.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * A row of {@code audit_seals}: one link of the chain.
 *
 * @param id 1, 2, 3 and so on without a gap
 * @param span which rows it covers
 * @param logIds their ids, ascending
 * @param logHashes 32 bytes for each of them
 * @param previousHash the hash of the seal before, or {@link #BEGINNING}
 * @param hash see {@link #computedHash}
 * @param signature of that hash
 */
record AuditSeal(
    long id,
    Span span,
    List<Long> logIds,
    byte[] logHashes,
    byte[] previousHash,
    byte[] hash,
    byte[] signature,
    Instant sealedAt) {
  static final int HASH_BYTES = 32;
  private static final byte[] FORM = "parley audit seal 1".getBytes(StandardCharsets.US_ASCII);

  /**
   * Which rows a seal covers.
   *
   * @param afterLogId only rows behind this one: those before belong to an earlier life of the
   *     database
   * @param fromTxid the first transaction
   * @param toTxid the first one that is not covered
   */
  record Span(long afterLogId, long fromTxid, long toTxid) {
    /** Behind every transaction there will be. */
    static final long FOR_EVER = Long.MAX_VALUE;
  }

  /** What stands before the first seal. */
  static byte[] beginning() {
    return new byte[HASH_BYTES];
  }

  /** SHA-256 over the seal before and everything this one says. */
  byte[] computedHash() {
    MessageDigest digest = AuditRow.sha256();
    digest.update(FORM);
    digest.update(previousHash);
    ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * (6 + logIds.size()));
    numbers.putLong(id).putLong(span.afterLogId()).putLong(span.fromTxid()).putLong(span.toTxid());
    numbers.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt)).putLong(logIds.size());
    logIds.forEach(numbers::putLong);
    digest.update(numbers.array());
    return digest.digest(logHashes);
  }

  byte[] hashOfRow(int index) {
    return Arrays.copyOfRange(logHashes, index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
