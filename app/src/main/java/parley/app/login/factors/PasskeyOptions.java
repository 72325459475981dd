package parley.app.login.factors;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.users.User;

/**
 * What a browser is asked for, as {@code PublicKeyCredentialCreationOptionsJSON} and {@code
 * PublicKeyCredentialRequestOptionsJSON} (WebAuthn §5.1.8, §5.1.9).
 */
@Component
class PasskeyOptions {
  private static final String PUBLIC_KEY = "public-key";
  private static final String REQUIRED = "required";

  private final RelyingParty relyingParty;
  private final PasskeyChallenges challenges;
  private final PasskeyRepository repository;

  PasskeyOptions(
      RelyingParty relyingParty, PasskeyChallenges challenges, PasskeyRepository repository) {
    this.relyingParty = relyingParty;
    this.challenges = challenges;
    this.repository = repository;
  }

  /** For a new passkey: one that is found without a name and asks for finger, face or PIN. */
  Map<String, Object> creation(User user, String holder, ClientAddress address) {
    return Map.of(
        "rp", Map.of("id", relyingParty.id(), "name", RelyingParty.NAME),
        "user",
            Map.of(
                "id", base64(handle(user.id())),
                "name", user.email().value(),
                "displayName", user.displayName()),
        "challenge", base64(challenges.fresh(holder, address)),
        "pubKeyCredParams",
            PasskeyCeremonies.ALGORITHMS.stream()
                .map(alg -> Map.<String, Object>of("type", PUBLIC_KEY, "alg", alg))
                .toList(),
        "timeout", PasskeyChallenges.VALID_FOR.toMillis(),
        "excludeCredentials", descriptors(user.id()),
        "authenticatorSelection",
            Map.of(
                "residentKey", REQUIRED,
                "requireResidentKey", true,
                "userVerification", REQUIRED),
        "attestation", "none");
  }

  /** For any passkey of anybody. */
  Map<String, Object> request(String holder, ClientAddress address) {
    return request(holder, address, List.of());
  }

  /** For a passkey of this user. */
  Map<String, Object> request(String holder, ClientAddress address, UUID userId) {
    return request(holder, address, descriptors(userId));
  }

  private Map<String, Object> request(
      String holder, ClientAddress address, List<Map<String, Object>> allowed) {
    return Map.of(
        "challenge", base64(challenges.fresh(holder, address)),
        "rpId", relyingParty.id(),
        "timeout", PasskeyChallenges.VALID_FOR.toMillis(),
        "userVerification", REQUIRED,
        "allowCredentials", allowed);
  }

  private List<Map<String, Object>> descriptors(UUID userId) {
    return repository.of(userId).stream()
        .map(passkey ->
            Map.<String, Object>of(
                "type", PUBLIC_KEY,
                "id", base64(passkey.credentialId()),
                "transports", passkey.transports()))
        .toList();
  }

  /** The user handle (WebAuthn §5.4.3): the user's id, 16 bytes that say nothing about anybody. */
  static byte[] handle(UUID userId) {
    return ByteBuffer.allocate(16)
        .putLong(userId.getMostSignificantBits())
        .putLong(userId.getLeastSignificantBits())
        .array();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
