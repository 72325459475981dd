package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import parley.app.login.factors.FactorNews;
import parley.app.shared.CurrentPerson;
import parley.app.shared.SignedInUser;
import parley.app.users.EmailChanged;
import parley.app.users.EmailVerified;

/**
 * Gives the session of whoever asks a new token each time they prove who they are or change what
 * proves it, so that a copy of the old one is worth nothing from then on. It happens in the
 * transaction of the change, and the browser is told after the commit; there is no overlap. What
 * was on its way with the old token is refused, and our pages ask once more.
 */
@Component
class SessionRenewal {
  private static final String DONE = SessionRenewal.class.getName();

  private final SessionRepository repository;
  private final LoginCookies cookies;
  private final ApplicationEventPublisher events;

  SessionRenewal(
      SessionRepository repository, LoginCookies cookies, ApplicationEventPublisher events) {
    this.repository = repository;
    this.cookies = cookies;
    this.events = events;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void changed(SecretChanged event) {
    renew(event.userId());
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void changed(EmailChanged event) {
    renew(event.userId());
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void verified(EmailVerified event) {
    renew(event.userId());
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void changed(FactorNews event) {
    if (event.kind().isChange()) {
      renew(event.userId());
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void proven(Proven event) {
    if (event.right()) {
      renew(event.userId());
    }
  }

  private void renew(UUID userId) {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)) {
      return;
    }
    HttpServletRequest request = now.getRequest();
    HttpServletResponse response = now.getResponse();
    CurrentPerson person = CurrentPerson.of(request);
    Optional<SignedInUser> own =
        person.user().filter(user -> person.byCookie() && user.userId().equals(userId));
    if (own.isEmpty() || response == null || request.getAttribute(DONE) != null) {
      return;
    }
    SecretToken fresh = SecretToken.random();
    UUID sessionId = own.get().sessionId();
    if (repository.renew(sessionId, Browser.sessions(request), fresh)) {
      request.setAttribute(DONE, true);
      events.publishEvent(new SessionRenewed(sessionId, userId));
      afterCommit(() ->
          cookies
              .session(fresh)
              .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value))));
    }
  }

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
