package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;

@ExtendWith(OutputCaptureExtension.class)
class MailRoundTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void theLogAndTheTableNameTheReplyAndNobodysAddress(CapturedOutput output) throws Exception {
    var refused =
        new SMTPAddressFailedException(
            new InternetAddress("canary@example.org"),
            "RCPT TO:<canary@example.org>",
            450,
            "450 <canary@example.org> is busy");
    var error = new NotTaken(Setback.RECIPIENT_BUSY, 450, false, refused);
    assertThat(refused.getMessage()).contains("canary");
    Mail mail = Mail.to("canary@example.org").subject("Hello").paragraph("Words.").build();
    var outbox = mock(OutboxRepository.class);
    var taken =
        new OutboxRepository.Taken(UUID.randomUUID(), mail, 9, NOW.minus(Duration.ofDays(30)));
    given(outbox.take(anyInt(), any(), any())).willReturn(List.of(taken)).willReturn(List.of());
    var postman = mock(Postman.class);
    given(postman.isThere()).willReturn(true);
    willThrow(error).given(postman).deliver(any(), any(), any());
    var settings =
        new MailSettings(null, Duration.ofMinutes(1), Duration.ofDays(2), Duration.ofDays(9));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var outcomes =
        new MailOutcomes(
            outbox, mock(DeadAddresses.class), mock(ApplicationEventPublisher.class), clock);
    new MailRound(outbox, postman, outcomes, new TroubleLog(clock), settings, clock).run();
    verify(outbox).failed(taken.id(), "recipient_busy 450");
    assertThat(output.getAll())
        .contains("was not accepted in time", "recipient_busy 450")
        .doesNotContain("canary");
  }
}
