package parley.app.users;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in and who may host, as the settings file says it. What is set in the console holds
 * instead; ask {@link EntryPolicy}.
 *
 * @param signUp who may make an account
 * @param signUpDomains mail domains for {@code domains}
 * @param hosts who may make meetings
 * @param hostDomains mail domains for {@code domains}
 * @param verifiedOnly whether only users with a verified address may log in
 */
@ConfigurationProperties("parley.login")
record EntrySettings(
    @DefaultValue("open") SignUpRule signUp,
    @DefaultValue List<String> signUpDomains,
    @DefaultValue("everyone") HostRule hosts,
    @DefaultValue List<String> hostDomains,
    @DefaultValue("false") boolean verifiedOnly) {
  EntryRules rules() {
    return new EntryRules(
        signUp,
        MailDomains.required(signUpDomains),
        hosts,
        MailDomains.required(hostDomains),
        verifiedOnly);
  }
}
