package parley.app.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.mail.Mails;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.User;
import parley.app.users.Users;

/** What somebody wants to be told about, and how. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
class PreferenceController {
  private final Preferences preferences;
  private final Users users;
  private final Mails mails;

  PreferenceController(Preferences preferences, Users users, Mails mails) {
    this.preferences = preferences;
    this.users = users;
    this.mails = mails;
  }

  /** One field of the grid, with the type and the channel as the schema spells them. */
  record Field(String type, String channel, boolean wanted, boolean fixed) {
    static Field of(Preferences.Wish wish) {
      return new Field(
          wish.type().spelled(), wish.channel().spelled(), wish.wanted(), wish.fixed());
    }
  }

  /**
   * @param mail whether mails that may be refused are sent: {@code ok}, {@code unverified} or
   *     {@code dead}
   */
  record Grid(List<Field> items, String mail) {}

  record Change(@Nullable String type, @Nullable String channel, @Nullable Boolean wanted) {}

  @GetMapping
  Grid grid(SignedInUser user) {
    List<Field> fields = preferences.grid(user.userId()).stream().map(Field::of).toList();
    return new Grid(fields, mail(users.find(user.userId()).orElseThrow(Refusal::notFound)));
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(SignedInUser user, @RequestBody Change change) {
    if (change.wanted() == null) {
      throw Refusal.invalid("wanted", "Say whether it is wanted.");
    }
    preferences.change(
        user.userId(),
        Preferences.choosable(String.valueOf(change.type())),
        Preferences.channel(String.valueOf(change.channel())),
        change.wanted());
  }

  private String mail(User user) {
    if (mails.isDead(user.email().value())) {
      return "dead";
    }
    return user.emailVerified() ? "ok" : "unverified";
  }
}
