package parley.app.meetings.join;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.meetings.presence.PassRepository;
import parley.app.shared.Hmac;
import parley.app.shared.ParticipantCredentials;
import parley.app.shared.ParticipantPass;
import parley.app.shared.SecretKeys;

/**
 * The token by which somebody is a person of one meeting: the id of a presence and an HMAC over it.
 * Nothing of it is stored. It outlives the presence, so that a guest who comes back is the same
 * person, but not the login session that the presence was made with.
 */
@Component
class ParticipantTokens implements ParticipantCredentials {
  private static final String PREFIX = "pp_";
  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 32;

  private final Hmac hmac;
  private final PassRepository passes;

  ParticipantTokens(SecretKeys keys, PassRepository passes) {
    this.hmac = new Hmac(keys.bytes("participant token"));
    this.passes = passes;
  }

  /** The token of a presence. */
  String token(UUID presenceId) {
    byte[] id = bytes(presenceId);
    byte[] token = ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(id).put(mac(id)).array();
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  @Override
  public List<ParticipantPass> byTokens(Collection<String> tokens) {
    List<UUID> genuine = tokens.stream().flatMap(token -> presence(token).stream()).toList();
    return genuine.isEmpty() ? List.of() : passes.find(genuine);
  }

  private Optional<UUID> presence(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(PREFIX.length())));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.remaining() != ID_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    UUID id = new UUID(bytes.getLong(), bytes.getLong());
    byte[] mac = new byte[MAC_BYTES];
    bytes.get(mac);
    return MessageDigest.isEqual(mac, mac(bytes(id))) ? Optional.of(id) : Optional.empty();
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] mac(byte[] id) {
    return hmac.sign(id);
  }
}
