package parley.app.notifications.push;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/** The devices somebody is notified on. */
@RestController
@RequestMapping("/api/v1/notifications/devices")
class DeviceController {
  private static final Duration TEST_WORTH = Duration.ofMinutes(1);
  private static final String TEST =
      """
      {"title":"Parley reaches this device","body":"Notifications will look like this.","path":"/notifications","tag":"test"}\
      """;

  private final PushSubscriptions subscriptions;
  private final PushDeviceRepository repository;
  private final PushSignature signature;
  private final PushTry oneTry;
  private final RateLimits limits;

  DeviceController(
      PushSubscriptions subscriptions,
      PushDeviceRepository repository,
      PushSignature signature,
      PushTry oneTry,
      RateLimits limits) {
    this.subscriptions = subscriptions;
    this.repository = repository;
    this.signature = signature;
    this.oneTry = oneTry;
    this.limits = limits;
  }

  /**
   * @param publicKey what a browser subscribes with ({@code applicationServerKey})
   */
  record Devices(String publicKey, List<PushDeviceRepository.Line> items) {}

  /** As a browser's {@code PushSubscription} writes itself. */
  record Subscription(
      @Nullable @Size(max = PushGateway.LONGEST_ENDPOINT) String endpoint, @Nullable Keys keys) {
    record Keys(@Nullable String p256dh, @Nullable String auth) {}
  }

  record Kept(UUID id) {}

  @GetMapping
  Devices list(SignedInUser user) {
    return new Devices(signature.publicKey(), repository.list(user.userId()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Kept keep(SignedInUser user, @RequestBody Subscription given, HttpServletRequest request) {
    limits.count("push device", LimitSettings::pushDevice, user.userId().toString());
    return new Kept(
        subscriptions.keep(user, given, BrowserName.of(request.getHeader("User-Agent"))));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(SignedInUser user, @PathVariable UUID id) {
    if (!repository.forget(user.userId(), id)) {
      throw Refusal.notFound();
    }
  }

  /** Pushes a few words to it; refuses with 502 {@code push_failed} when its service does not. */
  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void test(SignedInUser user, @PathVariable UUID id) {
    limits.count("push test", LimitSettings::pushTest, user.userId().toString());
    PushDevice device = repository.find(user.userId(), id).orElseThrow(Refusal::notFound);
    try {
      var note = new PushNote(TEST, true, Optional.empty());
      int status = oneTry.send(device, note, TEST_WORTH).status();
      if (status < 200 || status >= 300) {
        throw failed("It answered " + status + ".");
      }
    } catch (IOException | GeneralSecurityException unreachable) {
      throw failed("It could not be reached.");
    }
  }

  private static Refusal failed(String why) {
    return new Refusal(
        502,
        "push_failed",
        "The push service of this browser did not take it. " + why + " Nothing else changed.");
  }

  static byte[] bytes(@Nullable String base64, String field) {
    try {
      String text = base64 == null ? "" : base64.replace("=", "");
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw Refusal.invalid(field, "This is not base64url.");
    }
  }
}
