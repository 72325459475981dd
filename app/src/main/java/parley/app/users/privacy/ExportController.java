package parley.app.users.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** Everybody's own archive. */
@RestController
@RequestMapping("/api/v1/users/me/exports")
class ExportController {
  private static final String RATE = "data export";

  private final DataExports exports;
  private final RateLimits limits;
  private final Clock clock;

  ExportController(DataExports exports, RateLimits limits, Clock clock) {
    this.exports = exports;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * How far an archive is.
   *
   * @param status {@code waiting}, {@code packing}, {@code ready}, {@code failed} or {@code
   *     expired}
   * @param step what is being packed: a room's name
   * @param stepsDone of {@code stepsAll} parts
   * @param expiresAt until when it can be fetched
   */
  record Shown(
      UUID id,
      String status,
      Instant requestedAt,
      @Nullable String step,
      int stepsDone,
      int stepsAll,
      @Nullable Instant readyAt,
      @Nullable Instant expiresAt,
      @Nullable Long sizeBytes) {}

  /**
   * @param export the latest that was asked for; null for none
   */
  record Latest(@Nullable Shown export) {}

  @GetMapping("/latest")
  Latest latest(SignedInUser user) {
    return new Latest(exports.latest(user.userId()).map(this::shown).orElse(null));
  }

  @StepUp
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Shown request(SignedInUser user) {
    String who = user.userId().toString();
    limits.count(RATE, LimitSettings::dataExport, who);
    try {
      return shown(exports.request(user.userId()));
    } catch (Refusal refused) {
      limits.giveBack(RATE, LimitSettings::dataExport, who);
      throw refused;
    }
  }

  /** Nothing comes of it but the proof, so that a page can ask for it before it downloads. */
  @StepUp
  @PostMapping("/{id}/opening")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(SignedInUser user, @PathVariable UUID id) {
    exports.fetch(id, user.userId(), false);
  }

  @StepUp
  @GetMapping("/{id}/archive")
  ResponseEntity<Resource> fetch(SignedInUser user, @PathVariable UUID id) {
    var archive = new FileSystemResource(exports.fetch(id, user.userId(), true));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("parley-everything-about-me.zip")
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(archive);
  }

  private Shown shown(DataExport export) {
    boolean over = export.status() == DataExport.Status.READY && !export.isReady(clock.instant());
    return new Shown(
        export.id(),
        over ? "expired" : export.status().name().toLowerCase(Locale.ROOT),
        export.requestedAt(),
        export.step(),
        export.stepsDone(),
        export.stepsAll(),
        export.readyAt(),
        export.expiresAt(),
        export.sizeBytes());
  }
}
