package parley.app.login.recovery;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.LinkToken;
import parley.app.shared.SignedInUser;

/**
 * The links in the mails about another address. Each leads to a page that asks first: opening it
 * changes nothing.
 */
@RestController
@RequestMapping("/api/v1/email-change")
class EmailChangeLinkController {
  private final EmailChanges changes;
  private final EmailChangeStop stop;

  EmailChangeLinkController(EmailChanges changes, EmailChangeStop stop) {
    this.changes = changes;
    this.stop = stop;
  }

  record Token(@Nullable String token) {
    String value() {
      return token == null ? "" : token;
    }

    @Override
    public String toString() {
      return "Token[…]";
    }
  }

  record Addresses(String oldEmail, String newEmail) {
    static Addresses of(EmailChange change) {
      return new Addresses(change.oldEmail().value(), change.newEmail().value());
    }
  }

  /**
   * @param resetToken by which a new password is chosen, see {@code POST /api/v1/password-reset}
   */
  record Stopped(String resetToken) {
    @Override
    public String toString() {
      return "Stopped[…]";
    }
  }

  @GetMapping
  Addresses look(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token) {
    return Addresses.of(changes.peek(LinkToken.of(shown, token)));
  }

  /** Only for the user who asked: a mistyped address must not become somebody else's account. */
  @PostMapping
  Addresses confirm(SignedInUser user, @RequestBody Token token) {
    return Addresses.of(changes.confirm(token.value(), user.userId()));
  }

  @GetMapping("/stop")
  Addresses lookAtStop(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token) {
    return Addresses.of(stop.peek(LinkToken.of(shown, token)));
  }

  @PostMapping("/stop")
  Stopped stop(@RequestBody Token token) {
    return new Stopped(stop.stop(token.value()).value());
  }
}
