package parley.app.staff;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * Which permission each route under {@code /api/v1/staff} needs. A route that is not here is closed
 * to everybody.
 */
final class StaffRoutes {
  static final Map<String, Permission> PERMISSIONS =
      Map.ofEntries(
          entry("GET /api/v1/staff/me", Permission.CONSOLE_OPEN),
          entry("GET /api/v1/staff/mailbox", Permission.MAILBOX_READ),
          entry("GET /api/v1/staff/mail-server", Permission.CONSOLE_OPEN),
          entry("GET /api/v1/staff/entry-rules", Permission.SETTINGS_CHANGE),
          entry("PUT /api/v1/staff/entry-rules", Permission.SETTINGS_CHANGE),
          entry("DELETE /api/v1/staff/entry-rules", Permission.SETTINGS_CHANGE),
          entry("GET /api/v1/staff/invitations", Permission.PEOPLE_INVITE),
          entry("POST /api/v1/staff/invitations", Permission.PEOPLE_INVITE),
          entry("POST /api/v1/staff/invitations/{id}/resend", Permission.PEOPLE_INVITE),
          entry("DELETE /api/v1/staff/invitations/{id}", Permission.PEOPLE_INVITE),
          entry("GET /api/v1/staff/mailbox/{id}", Permission.MAILBOX_READ),
          entry("GET /api/v1/staff/audit", Permission.AUDIT_READ),
          entry("GET /api/v1/staff/audit/{id}", Permission.AUDIT_READ),
          entry("GET /api/v1/staff/audit/chain", Permission.AUDIT_READ),
          entry("POST /api/v1/staff/audit/chain/check", Permission.AUDIT_READ),
          entry("DELETE /api/v1/staff/audit/chain/fault", Permission.AUDIT_EXPORT),
          entry("POST /api/v1/staff/audit/exports", Permission.AUDIT_EXPORT),
          entry("GET /api/v1/staff/users", Permission.USERS_VIEW),
          entry("GET /api/v1/staff/users/names", Permission.USERS_VIEW),
          entry("GET /api/v1/staff/users/{id}", Permission.USERS_VIEW),
          entry("PUT /api/v1/staff/users/{id}/suspension", Permission.USERS_SUSPEND),
          entry("DELETE /api/v1/staff/users/{id}/suspension", Permission.USERS_SUSPEND),
          entry("DELETE /api/v1/staff/users/{id}/sessions", Permission.SESSIONS_END),
          entry("POST /api/v1/staff/users/{id}/mails", Permission.MAILS_RESEND),
          entry("PUT /api/v1/staff/users/{id}/role", Permission.STAFF_GRANT));

  private StaffRoutes() {}

  /**
   * @param pattern the path as its controller declares it
   */
  static Optional<Permission> permission(String method, String pattern) {
    // A HEAD is answered by the controller of the GET.
    String asked = method.equals("HEAD") ? "GET" : method;
    return Optional.ofNullable(PERMISSIONS.get(asked + " " + pattern));
  }
}
