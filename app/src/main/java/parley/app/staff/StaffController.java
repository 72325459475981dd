package parley.app.staff;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/** What somebody is behind the counter, so that the console shows what they may open. */
@RestController
class StaffController {
  private final Staff staff;

  StaffController(Staff staff) {
    this.staff = staff;
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
}
