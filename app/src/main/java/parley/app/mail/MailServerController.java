package parley.app.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether mails go out, for the console. {@code staff} says who may ask. */
@RestController
class MailServerController {
  private final MailTroubles troubles;
  private final Mails mails;

  MailServerController(MailTroubles troubles, Mails mails) {
    this.troubles = troubles;
    this.mails = mails;
  }

  /**
   * @param isSet whether there is a mail server in the settings
   * @param trouble why mails wait; null: they do not
   */
  record MailServerView(boolean isSet, @Nullable MailTrouble trouble) {}

  @GetMapping("/api/v1/staff/mail-server")
  MailServerView look() {
    return new MailServerView(mails.canSend(), troubles.now().orElse(null));
  }
}
