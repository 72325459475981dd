package parley.app.meetings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;
import parley.app.shared.SecretKeys;

/**
 * The signed link to a meeting, {@code /m/{code}?invite=…}: an HMAC over the meeting, so it cannot
 * be made up.
 */
@Component
public class InviteLinks {
  private static final int SIGNATURE_BYTES = 16;

  private final byte[] key;
  private final PublicUrl publicUrl;

  InviteLinks(SecretKeys keys, PublicUrl publicUrl) {
    this.key = keys.bytes("meeting invite");
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
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(meeting.id().toString().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has HmacSHA256", missing);
    }
  }
}
