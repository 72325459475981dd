package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.LinkToken;
import parley.app.shared.RateLimits;

/**
 * The link in the mail leads to a page that asks first and restores by a second request: opening it
 * changes nothing.
 */
@RestController
@RequestMapping("/api/v1/account-restorations")
class RestorationController {
  private final Restorations restorations;
  private final RateLimits limits;

  RestorationController(Restorations restorations, RateLimits limits) {
    this.restorations = restorations;
    this.limits = limits;
  }

  record Wish(@Nullable String token) {
    @Override
    public String toString() {
      return "Wish[…]";
    }
  }

  /**
   * @param restorableUntil from when on everything is erased
   */
  record Possible(Instant restorableUntil) {}

  @GetMapping
  Possible look(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request) {
    count(request);
    return new Possible(restorations.peek(LinkToken.of(shown, token)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(@RequestBody Wish wish, HttpServletRequest request) {
    count(request);
    restorations.restore(wish.token() == null ? "" : wish.token());
  }

  private void count(HttpServletRequest request) {
    limits.count("restoration", LimitSettings::wrongToken, ClientAddress.of(request));
  }
}
