package parley.app.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.AuditFields;
import parley.app.shared.OpenRoutes;

/** What somebody may do who is not logged in. */
@Configuration
class LoginConfiguration {
  @Bean
  OpenRoutes loginRoutes() {
    return OpenRoutes.of(
        "GET /api/v1/config",
        "POST /api/v1/users",
        "POST /api/v1/sessions",
        "GET /api/v1/sessions/current",
        "GET /api/v1/sessions/second-step",
        "POST /api/v1/sessions/second-step",
        "POST /api/v1/sessions/second-step/passkey-options",
        "POST /api/v1/sessions/passkey",
        "POST /api/v1/sessions/passkey/options",
        "GET /api/v1/setup",
        "POST /api/v1/setup",
        "GET /api/v1/account-restorations",
        "POST /api/v1/account-restorations",
        "GET /api/v1/email-verification",
        "POST /api/v1/email-verification",
        "POST /api/v1/password-resets",
        "GET /api/v1/password-reset",
        "POST /api/v1/password-reset",
        "GET /api/v1/email-change",
        "GET /api/v1/email-change/stop",
        "POST /api/v1/email-change/stop",
        "GET /api/v1/invitation",
        "POST /api/v1/social-logins/{provider}",
        "POST /api/v1/social-logins/{provider}/answer");
  }

  @Bean
  AuditFields loginAuditFields() {
    return AuditFields.of("user", "newDevice", "mail", "step");
  }

  @Bean
  AuditFields sessionAuditFields() {
    return AuditFields.of("session", "way");
  }

  @Bean
  AuditFields linkedAccountAuditFields() {
    return AuditFields.of("linked_account", "provider");
  }

  @Bean
  AuditFields apiKeyAuditFields() {
    return AuditFields.of("api_key", "scopes");
  }
}
