package parley.app.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** What somebody is behind the counter, and who gives and takes that. */
@RestController
class StaffController {
  private final Staff staff;
  private final Appointments appointments;

  StaffController(Staff staff, Appointments appointments) {
    this.staff = staff;
    this.appointments = appointments;
  }

  /**
   * @param role as the schema spells it, or {@code support}
   * @param permissions what this role may do
   */
  record Counter(String role, List<String> permissions) {}

  @GetMapping("/api/v1/staff/me")
  Counter me(SignedInUser user) {
    StaffRole role = staff.roleOf(user.userId()).orElseThrow(Refusal::notFound);
    List<String> permissions =
        Stream.of(Permission.values())
            .filter(permission -> permission.isGivenTo(role))
            .map(Permission::spelled)
            .toList();
    return new Counter(role.spelled(), permissions);
  }

  /**
   * @param role one of them, or null to take it
   */
  record Appointment(@Nullable String role) {}

  @StepUp
  @PutMapping("/api/v1/staff/users/{id}/role")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void appoint(SignedInUser user, @PathVariable UUID id, @RequestBody Appointment appointment) {
    Optional<StaffRole> role = Optional.ofNullable(appointment.role()).map(StaffController::role);
    appointments.change(user.userId(), id, role);
  }

  private static StaffRole role(String word) {
    return StaffRole.parse(word)
        .orElseThrow(
            () -> Refusal.invalid("role", "A role is admin, moderator, compliance or support."));
  }
}
