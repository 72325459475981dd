package parley.app.notifications;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.LinkToken;
import parley.app.shared.OpenRoutes;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;

/**
 * Ends mails of one type by the link in one of them. Looking changes nothing; mail programs send
 * the POST to the address of the page itself, with no cookie (RFC 8058 §3.2).
 */
@RestController
class UnsubscribeController {
  private final UnsubscribeLinks links;
  private final Preferences preferences;
  private final RateLimits limits;

  UnsubscribeController(UnsubscribeLinks links, Preferences preferences, RateLimits limits) {
    this.links = links;
    this.preferences = preferences;
    this.limits = limits;
  }

  /** Which mails the link ends. */
  record Ended(String type) {}

  @GetMapping("/api/v1/unsubscribe")
  Ended lookByHeader(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String token,
      HttpServletRequest request) {
    return look(token, request);
  }

  @PostMapping("/api/v1/unsubscribe")
  Ended endByHeader(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String token,
      HttpServletRequest request) {
    return end(token, request);
  }

  @GetMapping("/api/v1/unsubscribe/{token}")
  Ended look(@PathVariable String token, HttpServletRequest request) {
    return new Ended(target(token, request).type().spelled());
  }

  @PostMapping("/api/v1/unsubscribe/{token}")
  Ended end(@PathVariable String token, HttpServletRequest request) {
    UnsubscribeLinks.Target target = target(token, request);
    preferences.change(target.userId(), target.type(), Channel.EMAIL, false);
    return new Ended(target.type().spelled());
  }

  @PostMapping("/unsubscribe/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void oneClick(@PathVariable String token, HttpServletRequest request) {
    end(token, request);
  }

  private UnsubscribeLinks.Target target(String token, HttpServletRequest request) {
    ClientAddress who = ClientAddress.of(request);
    limits.check("unsubscribe", LimitSettings::wrongToken, who);
    return links
        .open(token)
        .orElseThrow(() -> {
          limits.count("unsubscribe", LimitSettings::wrongToken, who);
          return new Refusal(
              404, "unknown_link", "This link is not one of ours. Check that it is whole.");
        });
  }

  @Configuration(proxyBeanMethods = false)
  static class Routes {
    @Bean
    OpenRoutes unsubscribeRoutes() {
      return OpenRoutes.of(
          "GET /api/v1/unsubscribe",
          "POST /api/v1/unsubscribe",
          "GET /api/v1/unsubscribe/{token}",
          "POST /api/v1/unsubscribe/{token}");
    }
  }
}
