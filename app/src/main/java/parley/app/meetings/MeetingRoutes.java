package parley.app.meetings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.OpenRoutes;

/**
 * What people without an account may ask of this room; the code, or a token of the meeting, decides
 * further.
 */
@Configuration(proxyBeanMethods = false)
class MeetingRoutes {
  @Bean
  OpenRoutes openMeetingRoutes() {
    return OpenRoutes.of(
        "POST /api/v1/meetings/*/join", "GET /api/v1/meetings/*/preview", "GET /api/v1/meetings/*");
  }
}
