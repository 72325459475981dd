package parley.app.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.AuditFields;

/** What the audit trail says of staff beside what it says of every user. */
@Configuration(proxyBeanMethods = false)
class StaffAuditFields {
  @Bean
  AuditFields staffRoleAuditFields() {
    return AuditFields.of("user", "staffRole");
  }
}
