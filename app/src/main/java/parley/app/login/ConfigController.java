package parley.app.login;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.social.Providers;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.EntryPolicy;
import parley.app.users.EntryRules;
import parley.app.users.SignUpRule;
import parley.app.users.Users;

/**
 * What a page asks before anybody has logged in. Not which version runs: that would say which holes
 * to try.
 */
@RestController
class ConfigController {
  private final EntryPolicy policy;
  private final Providers providers;
  private final PublicUrl publicUrl;
  private final Users users;
  private final Mails mails;

  ConfigController(
      EntryPolicy policy, Providers providers, PublicUrl publicUrl, Users users, Mails mails) {
    this.policy = policy;
    this.providers = providers;
    this.publicUrl = publicUrl;
    this.users = users;
    this.mails = mails;
  }

  /**
   * @param signUp who may make an account: open, domains, invitation or closed
   * @param signUpDomains the mail domains for domains
   * @param providers where else people can log in from
   * @param hasAdmin whether the first administrator has come
   * @param mail whether mails leave this server, so that no page promises one in vain
   */
  record Config(
      String signUp,
      List<String> signUpDomains,
      List<Provider> providers,
      String publicUrl,
      boolean hasAdmin,
      MailService mail) {}

  /**
   * @param configured whether an SMTP server is set
   */
  record MailService(boolean configured) {}

  /** A name for a button. */
  record Provider(String id, String name) {}

  @GetMapping("/api/v1/config")
  Config config() {
    EntryRules rules = policy.rules();
    List<Provider> named =
        providers.all().stream().map(one -> new Provider(one.id(), one.name())).toList();
    return new Config(
        rules.signUp().name().toLowerCase(Locale.ROOT),
        rules.signUp() == SignUpRule.DOMAINS ? rules.signUpDomains().names() : List.of(),
        named,
        publicUrl.base(),
        users.administratorExists(),
        new MailService(mails.canSend()));
  }
}
