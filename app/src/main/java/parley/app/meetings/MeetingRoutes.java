package parley.app.meetings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.AuditFields;
import parley.app.shared.KeyRoutes;
import parley.app.shared.KeyScope;
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

  @Bean
  KeyRoutes meetingsReadByKey() {
    return KeyRoutes.of(
        KeyScope.MEETINGS_READ,
        "GET /api/v1/meetings",
        "GET /api/v1/meetings/{code}",
        "GET /api/v1/meetings/{code}/preview",
        "GET /api/v1/meetings/{code}/people",
        "GET /api/v1/meetings/{code}/participants");
  }

  @Bean
  KeyRoutes meetingsWrittenByKey() {
    return KeyRoutes.of(
        KeyScope.MEETINGS_WRITE,
        "POST /api/v1/meetings",
        "PATCH /api/v1/meetings/{code}",
        "DELETE /api/v1/meetings/{code}",
        "POST /api/v1/meetings/{code}/end",
        "POST /api/v1/meetings/{code}/join",
        "POST /api/v1/meetings/{code}/leave",
        "PUT /api/v1/meetings/{code}/hand",
        "POST /api/v1/meetings/{code}/people/{participantId}/mute",
        "POST /api/v1/meetings/{code}/people/{participantId}/remove");
  }

  @Bean
  AuditFields meetingAuditFields() {
    return AuditFields.of(
        "meeting",
        "isInstant",
        "startsAt",
        "endsAt",
        "maxParticipants",
        "isLocked",
        "guestsAllowed",
        "status",
        "recordingAllowed",
        "transcriptionEnabled",
        "wordsChanged",
        "participantId");
  }
}
