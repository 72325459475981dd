package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parley.app.shared.CurrentPerson;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/**
 * Stands before every controller method with {@link StepUp}. It stands after the gates that say who
 * may come at all, so that nobody learns of a route by being asked to confirm.
 */
@Component
class StepUpGate implements HandlerInterceptor, WebMvcConfigurer {
  private static final int AFTER_OTHER_GATES = 100;

  private final Proofs proofs;

  StepUpGate(Proofs proofs) {
    this.proofs = proofs;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(AFTER_OTHER_GATES);
  }

  /** Refuses with 403 {@code step_up_needed}. */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(StepUp.class)) {
      SignedInUser user = inABrowser(CurrentPerson.of(request));
      if (!proofs.isFresh(user.sessionId())) {
        throw proofs.ways(user.userId()).needed();
      }
    }
    return true;
  }

  /** The user of a browser session; an API key is none. */
  static SignedInUser inABrowser(CurrentPerson person) {
    SignedInUser user = person.requireUser();
    if (!person.byCookie()) {
      throw ProofWays.onlyInABrowser();
    }
    return user;
  }
}
