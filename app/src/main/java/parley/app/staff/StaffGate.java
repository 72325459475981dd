package parley.app.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;

/**
 * Stands before every staff controller, in whatever room it is, so that the rooms below this one
 * need not know it.
 */
@Component
class StaffGate implements HandlerInterceptor, WebMvcConfigurer {
  private static final String PATHS = "/api/v1/staff/**";

  private final Staff staff;

  StaffGate(Staff staff) {
    this.staff = staff;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(PATHS);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    UUID userId = CurrentPerson.of(request).requireUser().userId();
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    Permission permission =
        StaffRoutes.permission(request.getMethod(), pattern).orElseThrow(Refusal::notFound);
    staff.require(userId, permission);
    return true;
  }
}
