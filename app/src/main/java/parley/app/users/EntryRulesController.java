package parley.app.users;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** The console's page about who may come in. */
@RestController
@RequestMapping("/api/v1/staff/entry-rules")
class EntryRulesController {
  private final EntryPolicy policy;

  EntryRulesController(EntryPolicy policy) {
    this.policy = policy;
  }

  /**
   * @param fromConsole whether they were set here; else the settings file holds. Not read.
   * @param version of what is shown; brought back by a change, which is refused when it is old
   */
  record Rules(
      @Nullable String signUp,
      @Nullable List<String> signUpDomains,
      @Nullable String hosts,
      @Nullable List<String> hostDomains,
      @Nullable Boolean verifiedOnly,
      @Nullable Boolean fromConsole,
      @Nullable Long version) {
    EntryRules read() {
      SignUpRule whoSignsUp = value(SignUpRule.class, "signUp", signUp);
      HostRule whoHosts = value(HostRule.class, "hosts", hosts);
      MailDomains signUpNames = domains("signUpDomains", signUpDomains);
      MailDomains hostNames = domains("hostDomains", hostDomains);
      requireSome("signUpDomains", signUpNames, whoSignsUp == SignUpRule.DOMAINS);
      requireSome("hostDomains", hostNames, whoHosts == HostRule.DOMAINS);
      return new EntryRules(
          whoSignsUp, signUpNames, whoHosts, hostNames, Boolean.TRUE.equals(verifiedOnly));
    }
  }

  @GetMapping
  Rules get() {
    Optional<EntryRulesRepository.Kept> kept = policy.kept();
    EntryRules rules = kept.map(EntryRulesRepository.Kept::rules).orElseGet(policy::fromSettings);
    return new Rules(
        rules.signUp().name().toLowerCase(Locale.ROOT),
        rules.signUpDomains().names(),
        rules.hosts().name().toLowerCase(Locale.ROOT),
        rules.hostDomains().names(),
        rules.verifiedOnly(),
        kept.isPresent(),
        kept.map(EntryRulesRepository.Kept::version).orElse(EntryRulesRepository.NONE));
  }

  @StepUp
  @PutMapping
  Rules change(SignedInUser staff, @RequestBody Rules rules) {
    policy.change(rules.read(), rules.version(), staff.userId());
    return get();
  }

  @StepUp
  @DeleteMapping
  Rules reset(SignedInUser staff) {
    policy.reset(staff.userId());
    return get();
  }

  private static <E extends Enum<E>> E value(
      Class<E> type, String field, @Nullable String spelled) {
    return Optional.ofNullable(spelled)
        .flatMap(text ->
            List.of(type.getEnumConstants()).stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst())
        .orElseThrow(() -> Refusal.invalid(field, "Choose one of the rules."));
  }

  private static MailDomains domains(String field, @Nullable List<String> names) {
    return MailDomains.parse(names == null ? List.of() : names)
        .orElseThrow(() ->
            Refusal.invalid(field, "A mail domain is what stands behind the @: example.org."));
  }

  private static void requireSome(String field, MailDomains domains, boolean needed) {
    if (needed && domains.names().isEmpty()) {
      throw Refusal.invalid(field, "Name at least one mail domain.");
    }
  }
}
