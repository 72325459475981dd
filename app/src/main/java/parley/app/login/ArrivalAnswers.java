package parley.app.login;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import parley.app.users.Users;

/** What a browser is told after a first step, by whatever means it was made. */
@Component
public class ArrivalAnswers {
  private final Users users;
  private final LoginCookies cookies;

  ArrivalAnswers(Users users, LoginCookies cookies) {
    this.users = users;
    this.cookies = cookies;
  }

  /**
   * The answer while a second step is due.
   *
   * @param secondStep what may be shown for it, best first
   */
  record Due(List<String> secondStep) {}

  /** 201 with the user, or 202 with what the second step may be made with. */
  public ResponseEntity<Object> to(Arrival arrival) {
    return switch (arrival) {
      case Entered entered ->
          ResponseEntity.status(HttpStatus.CREATED)
              .headers(cookies.of(entered))
              .body(users.me(entered.userId()));
      case SecondStepDue due ->
          ResponseEntity.accepted().headers(cookies.pending(due.token())).body(new Due(due.ways()));
    };
  }
}
