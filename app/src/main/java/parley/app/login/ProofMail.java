package parley.app.login;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.User;
import parley.app.users.Users;

/** Mails a code to somebody who has no other way to confirm that it is them. */
@Component
class ProofMail {
  private final Proofs proofs;
  private final MailedCodes codes;
  private final Users users;
  private final Mails mails;
  private final RateLimits limits;

  ProofMail(Proofs proofs, MailedCodes codes, Users users, Mails mails, RateLimits limits) {
    this.proofs = proofs;
    this.codes = codes;
    this.users = users;
    this.mails = mails;
    this.limits = limits;
  }

  /** Refuses with 403 {@code step_up_needed} whoever has another way, or with 429. */
  @Transactional
  public void send(SignedInUser signedIn) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    ProofWays ways = proofs.ways(user.id());
    if (!ways.ways().contains(ProofWays.MAIL_CODE)) {
      throw ways.needed();
    }
    limits.count("proof mail", LimitSettings::verificationMail, user.id().toString());
    mails.send(
        Mail.to(user.email().value())
            .subject("Your code to confirm that it is you")
            .paragraph("Your code is " + codes.fresh(signedIn.sessionId()) + ".")
            .paragraph("It works once, for ten minutes, on the device that asked for it.")
            .paragraph(
                "If you did not ask for it, somebody else is logged in to your account: "
                    + "log out everywhere and choose a new password.")
            .build());
  }
}
