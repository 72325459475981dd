package parley.app.login.invitations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.login.SecretToken;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.User;
import parley.app.users.Users;

/** The mail with an invitation. */
@Component
class InvitationLetter {
  private final Mails mails;
  private final Users users;
  private final PublicUrl publicUrl;

  InvitationLetter(Mails mails, Users users, PublicUrl publicUrl) {
    this.mails = mails;
    this.users = users;
    this.publicUrl = publicUrl;
  }

  void send(Invitation invitation, SecretToken token) {
    mails.send(
        Mail.to(invitation.email().value())
            .subject("You are invited to Parley")
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "%s invites you to make an account at %s, where people meet by video.",
                    name(invitation),
                    publicUrl.base()))
            .link("Make my account", publicUrl.page("/signup#invitation=" + token.value()))
            .paragraph("The link works once, for seven days, and only for this address.")
            .build());
  }

  private String name(Invitation invitation) {
    @Nullable User by =
        invitation.invitedBy() == null ? null : users.find(invitation.invitedBy()).orElse(null);
    return by == null ? "Somebody" : by.displayName();
  }
}
