package parley.app.users;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.AuditFields;
import parley.app.shared.KeyRoutes;
import parley.app.shared.KeyScope;

/** What API keys may ask of this room. */
@Configuration(proxyBeanMethods = false)
class UserRoutes {
  @Bean
  KeyRoutes accountReadByKey() {
    return KeyRoutes.of(
        KeyScope.ACCOUNT_READ, "GET /api/v1/users/me", "GET /api/v1/pictures/{key}");
  }

  @Bean
  AuditFields userAuditFields() {
    return AuditFields.of(
        "user",
        "role",
        "status",
        "emailVerified",
        "signupSource",
        "twoFaEnabled",
        "mayReturn",
        "found",
        "fields");
  }

  @Bean
  AuditFields entryAuditFields() {
    return AuditFields.of(
        "settings", "signUp", "signUpDomains", "hosts", "hostDomains", "verifiedOnly");
  }
}
