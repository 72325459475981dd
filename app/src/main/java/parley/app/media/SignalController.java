package parley.app.media;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.mediaserver.SignalAnswer;

/**
 * The plain HTTP addresses beside the signal WebSocket. Clients ask them when an upgrade has
 * failed.
 */
@RestController
class SignalController {
  private final SignalAdmission admission;

  SignalController(SignalAdmission admission) {
    this.admission = admission;
  }

  @GetMapping("/rtc/v1/validate")
  ResponseEntity<String> validate(HttpServletRequest request) {
    SignalAnswer.Refused answer = admission.validate(request);
    return ResponseEntity.status(answer.status())
        .contentType(MediaType.TEXT_PLAIN)
        .body(answer.text());
  }

  // The older protocol with two connections is not served; 404 is how clients find that out.
  @GetMapping({"/rtc", "/rtc/validate"})
  ResponseEntity<Void> older() {
    return ResponseEntity.notFound().build();
  }
}
