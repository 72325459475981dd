package parley.app.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** The trail as staff see it. {@code staff} says who may. */
@RestController
@RequestMapping("/api/v1/staff/audit")
class AuditController {
  private static final int MOST = 100;

  private final EntryRepository entries;
  private final PersonSeal seal;
  private final AuditExport export;
  private final ApplicationEventPublisher events;

  AuditController(
      EntryRepository entries,
      PersonSeal seal,
      AuditExport export,
      ApplicationEventPublisher events) {
    this.entries = entries;
    this.seal = seal;
    this.export = export;
    this.events = events;
  }

  record EntryPage(List<AuditEntry> items, @Nullable Long nextCursor) {}

  /**
   * @param address from where, in full; null once the person is erased
   * @param note words about the user; null for none and once that user is erased
   */
  record EntryDetail(AuditEntry entry, @Nullable String address, @Nullable String note) {}

  /**
   * @param format {@code csv} or {@code jsonl}
   */
  record Export(
      @Nullable String format,
      @Nullable UUID actor,
      @Nullable String entityType,
      @Nullable String entityId,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to) {}

  @GetMapping
  EntryPage list(
      SignedInUser staff,
      @RequestParam @Nullable UUID actor,
      @RequestParam @Nullable String entityType,
      @RequestParam @Nullable String entityId,
      @RequestParam @Nullable String action,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable Long cursor) {
    var query = new EntryQuery(actor, plain(entityType), plain(entityId), plain(action), from, to);
    int wanted = Math.clamp(limit, 1, MOST);
    List<AuditEntry> found =
        entries.find(query, cursor == null ? Long.MAX_VALUE : cursor, wanted + 1);
    events.publishEvent(new AuditRead(staff.userId(), "all", "viewed", Map.of()));
    boolean more = found.size() > wanted;
    List<AuditEntry> page = more ? found.subList(0, wanted) : found;
    return new EntryPage(page, more ? page.getLast().id() : null);
  }

  @GetMapping("/{id}")
  EntryDetail look(SignedInUser staff, @PathVariable long id) {
    EntryRepository.Sealed row = entries.sealed(id).orElseThrow(Refusal::notFound);
    AuditEntry entry = row.entry();
    Optional<UUID> subject = PersonSeal.subject(entry.entityType(), entry.entityId());
    Optional<UUID> owner =
        PersonSeal.ownerOfAddress(entry.actorUserId(), entry.entityType(), entry.entityId());
    events.publishEvent(new AuditRead(staff.userId(), String.valueOf(id), "viewed", Map.of()));
    return new EntryDetail(
        entry,
        seal.openAddress(owner, row.address()).orElse(null),
        seal.openNote(subject, row.note()).orElse(null));
  }

  @StepUp
  @PostMapping("/exports")
  void export(SignedInUser staff, @RequestBody Export wanted, HttpServletResponse response)
      throws IOException {
    AuditExport.Form form =
        AuditExport.Form.parse(wanted.format() == null ? "" : wanted.format())
            .orElseThrow(() -> Refusal.invalid("format", "A format is csv or jsonl."));
    var query =
        new EntryQuery(
            wanted.actor(),
            plain(wanted.entityType()),
            plain(wanted.entityId()),
            plain(wanted.action()),
            wanted.from(),
            wanted.to());
    events.publishEvent(
        new AuditRead(staff.userId(), "all", "exported", Map.of("format", form.spelled())));
    response.setContentType(form.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"audit-trail." + form.spelled() + "\"");
    export.write(query, form, response.getOutputStream());
  }

  // Empty is as good as nothing; what no row can hold is found nowhere.
  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().replace("\0", "\uFFFD");
  }
}
