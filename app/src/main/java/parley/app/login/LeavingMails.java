package parley.app.login;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.ExportReady;
import parley.app.users.User;
import parley.app.users.UserDeleted;
import parley.app.users.UserErased;
import parley.app.users.UserReturned;
import parley.app.users.Users;

/** The mails around an archive of one's data, and around going away. */
@Component
class LeavingMails {
  private final Users users;
  private final Mails mails;
  private final Restorations restorations;
  private final Sessions sessions;
  private final PublicUrl publicUrl;

  LeavingMails(
      Users users, Mails mails, Restorations restorations, Sessions sessions, PublicUrl publicUrl) {
    this.users = users;
    this.mails = mails;
    this.restorations = restorations;
    this.sessions = sessions;
    this.publicUrl = publicUrl;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void ready(ExportReady event) {
    mails.send(
        Mail.to(addressOf(event.userId()))
            .subject("Your archive is ready")
            .paragraph(
                "Everything " + publicUrl.base() + " knows about you is packed in one archive.")
            .link("Download it", publicUrl.page("/account/privacy"))
            .paragraph(
                "It can be downloaded until "
                    + Restorations.day(event.expiresAt())
                    + ", by you only, and is deleted then.")
            .build());
  }

  /** Ends all sessions as well. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void deleted(UserDeleted event) {
    sessions.endAll(event.userId());
    SecretToken token = restorations.forMail(event.userId(), event.restorableUntil());
    String day = Restorations.day(event.restorableUntil());
    mails.send(
        Mail.to(addressOf(event.userId()))
            .subject("Your account is deleted")
            .paragraph(
                "Your account at "
                    + publicUrl.base()
                    + " is deleted, as you asked. Nobody can log in to it.")
            .paragraph("Everything in it is erased on " + day + ". Until then you can restore it:")
            .link("Restore my account", publicUrl.page("/restore#token=" + token.value()))
            .paragraph("If it was not you who deleted it, restore it and change your password.")
            .build());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void returned(UserReturned event) {
    mails.send(
        Mail.to(addressOf(event.userId()))
            .subject("Your account is restored")
            .paragraph(
                "Your account at "
                    + publicUrl.base()
                    + " is as it was, with two exceptions: meetings that were cancelled stay"
                    + " cancelled, and API keys stay revoked.")
            .link("Log in", publicUrl.page("/login"))
            .build());
  }

  /** The last mail to an address that is not kept. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void erased(UserErased event) {
    restorations.forget(event.userId());
    Mail.Draft receipt =
        Mail.to(event.lastAddress().value())
            .subject("Everything about you is erased")
            .paragraph(
                "Thirty days ago you deleted your account at "
                    + publicUrl.base()
                    + ". Today everything in it was erased: "
                    + counted(event.counts())
                    + ".");
    event.stays().forEach(words -> receipt.paragraph("What the law makes stay. " + words));
    mails.sendAndForget(
        receipt
            .paragraph("The receipt is number " + event.receiptId() + ". This address is not kept.")
            .build());
  }

  private String addressOf(UUID userId) {
    return users.find(userId).map(User::email).orElseThrow().value();
  }

  private static String counted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(room -> room.getKey() + " " + room.getValue())
        .collect(Collectors.joining(", "));
  }
}
