package parley.app.meetings.join;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.Visitor;
import parley.app.shared.Refusal;
import parley.app.users.PersonName;
import parley.app.users.Users;

/** What somebody is called in a meeting. */
@Component
class JoinNames {
  private final Users users;

  JoinNames(Users users) {
    this.users = users;
  }

  /**
   * The user's own name, whatever the request says; for guests the name they give, or gave when
   * they came before. Refuses with {@code invalid_request} where there is none.
   */
  String of(Visitor visitor, @Nullable String given) {
    var user = visitor.person().user();
    if (user.isPresent()) {
      return users.find(user.get().userId()).orElseThrow(Refusal::notLoggedIn).displayName();
    }
    MeetingParticipant me = visitor.me();
    if (given == null && me != null) {
      return me.displayName();
    }
    if (given == null || given.isBlank()) {
      throw Refusal.invalid("displayName", "Say what you are called: 1 to 100 characters.");
    }
    return PersonName.required("displayName", given).value();
  }
}
