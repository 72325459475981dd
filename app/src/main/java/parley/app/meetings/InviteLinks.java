package parley.app.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;
import parley.app.shared.Hmac;
import parley.app.shared.PublicUrl;
import parley.app.shared.SecretKeys;

/**
 * The signed link to a meeting, {@code /m/{code}?invite=…}: an HMAC over the meeting, so it cannot
 * be made up.
 */
@Component
public class InviteLinks {
  private static final int SIGNATURE_BYTES = 16;

  private final Hmac hmac;
  private final PublicUrl publicUrl;

  InviteLinks(SecretKeys keys, PublicUrl publicUrl) {
    this.hmac = new Hmac(keys.bytes("meeting invite"));
    this.publicUrl = publicUrl;
  }

  /** The link people are sent. */
  public String link(Meeting meeting) {
    return publicUrl.page("/m/" + meeting.code() + "?invite=" + invite(meeting)).toString();
  }

  /** What stands behind {@code invite=}. */
  String invite(Meeting meeting) {
    byte[] signature = Arrays.copyOf(sign(meeting), SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** Whether this is the invite of that meeting, unaltered. */
  public boolean isGenuine(Meeting meeting, String invite) {
    byte[] expected = invite(meeting).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, invite.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] sign(Meeting meeting) {
    return hmac.sign(meeting.id().toString());
  }
}
