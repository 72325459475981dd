package parley.app.notifications;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.Hmac;
import parley.app.shared.PublicUrl;
import parley.app.shared.SecretKeys;

/**
 * Links that end one type of mail to one person, without logging in (RFC 8058 §3.1: hard to forge).
 * They hold for ever: a mail may be opened years later, and all one can do with them is to get less
 * mail.
 */
@Component
class UnsubscribeLinks {
  private static final int MAC_BYTES = 20;
  private static final int ID_BYTES = 16;

  private final Hmac hmac;
  private final PublicUrl publicUrl;

  UnsubscribeLinks(SecretKeys keys, PublicUrl publicUrl) {
    this.hmac = new Hmac(keys.bytes("unsubscribe links"));
    this.publicUrl = publicUrl;
  }

  /** What a link is for. */
  record Target(UUID userId, NotificationType type) {}

  URI link(UUID userId, NotificationType type) {
    byte[] name = type.spelled().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer token = ByteBuffer.allocate(MAC_BYTES + ID_BYTES + name.length);
    byte[] target =
        ByteBuffer.allocate(ID_BYTES + name.length)
            .putLong(userId.getMostSignificantBits())
            .putLong(userId.getLeastSignificantBits())
            .put(name)
            .array();
    token.put(mac(target)).put(target);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    return publicUrl.page("/unsubscribe/" + text);
  }

  /** What the link with this token is for; empty if we never made it. */
  Optional<Target> open(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length <= MAC_BYTES + ID_BYTES) {
        return Optional.empty();
      }
      byte[] target = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
      byte[] given = Arrays.copyOf(bytes, MAC_BYTES);
      return MessageDigest.isEqual(given, mac(target)) ? read(target) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Target> read(byte[] target) {
    ByteBuffer buffer = ByteBuffer.wrap(target);
    UUID userId = new UUID(buffer.getLong(), buffer.getLong());
    String name = StandardCharsets.US_ASCII.decode(buffer).toString();
    return NotificationType.parse(name).map(type -> new Target(userId, type));
  }

  private byte[] mac(byte[] target) {
    return Arrays.copyOf(hmac.sign(target), MAC_BYTES);
  }
}
