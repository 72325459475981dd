package parley.app.login.factors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks what an authenticator made (WebAuthn §7.1, §7.2), by webauthn4j: right challenge, origin
 * and RP id, user present and verified, signature good. Challenges are used up first, so that none
 * is answered twice.
 */
@Component
class PasskeyCeremonies {
  /** COSE algorithms that new passkeys may have, dearest first: ES256, EdDSA, RS256. */
  static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(COSEAlgorithmIdentifier::create)
          .map(alg -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, alg))
          .toList();

  private final RelyingParty relyingParty;
  private final PasskeyChallenges challenges;
  private final ObjectConverter converter = new ObjectConverter();
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  // Which make an authenticator is does not matter here, so attestation is not asked for.
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

  PasskeyCeremonies(RelyingParty relyingParty, PasskeyChallenges challenges) {
    this.relyingParty = relyingParty;
    this.challenges = challenges;
  }

  /**
   * What a new passkey tells of itself.
   *
   * @param model the authenticator's AAGUID
   */
  record Made(
      byte[] credentialId,
      byte[] credentialData,
      String model,
      long signCount,
      Set<String> transports,
      boolean backupEligible,
      boolean backedUp) {}

  /** What a passkey said as it was used. */
  record Used(long signCount, boolean backedUp) {}

  /** A passkey is made; refuses with 403 {@code passkey_refused}. */
  Made register(JsonNode answer, String holder) {
    requireTexts(answer, "clientDataJSON", "attestationObject");
    try {
      RegistrationData data = manager.parseRegistrationResponseJSON(answer.toString());
      byte[] challenge = take(data.getCollectedClientData(), holder);
      manager.verify(
          data,
          new RegistrationParameters(relyingParty.expecting(challenge), PARAMETERS, true, true));
      return made(data);
    } catch (DataConversionException | VerificationException | JacksonException no) {
      throw refused();
    }
  }

  /** What an answer is for, before it is checked; refuses with 403 {@code passkey_refused}. */
  AuthenticationData read(JsonNode answer) {
    requireTexts(answer, "clientDataJSON", "authenticatorData", "signature");
    try {
      return manager.parseAuthenticationResponseJSON(answer.toString());
    } catch (DataConversionException | JacksonException no) {
      throw refused();
    }
  }

  /** Takes the challenge away that this answers; refuses with 403 {@code passkey_refused}. */
  byte[] take(@Nullable CollectedClientData clientData, String holder) {
    if (clientData == null || clientData.getChallenge() == null) {
      throw refused();
    }
    byte[] challenge = clientData.getChallenge().getValue();
    if (!challenges.take(challenge, holder)) {
      throw refused();
    }
    return challenge;
  }

  /**
   * A passkey is used.
   *
   * @throws MaliciousCounterValueException if its counter went back
   */
  Used check(AuthenticationData data, byte[] challenge, Passkey passkey) {
    try {
      manager.verify(
          data,
          new AuthenticationParameters(
              relyingParty.expecting(challenge), record(passkey), null, true, true));
    } catch (MaliciousCounterValueException copied) {
      throw copied;
    } catch (DataConversionException | VerificationException | JacksonException no) {
      throw refused();
    }
    var seen = Objects.requireNonNull(data.getAuthenticatorData());
    return new Used(seen.getSignCount(), seen.isFlagBS());
  }

  // The library takes their being there for granted.
  private static void requireTexts(JsonNode answer, String... parts) {
    boolean there =
        answer.path("id").isString()
            && answer.path("rawId").isString()
            && Stream.of(parts).allMatch(part -> answer.path("response").path(part).isString());
    if (!there) {
      throw refused();
    }
  }

  private Made made(RegistrationData data) {
    var seen = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    var credential = Objects.requireNonNull(seen.getAttestedCredentialData());
    Set<AuthenticatorTransport> transports =
        data.getTransports() == null ? Set.of() : data.getTransports();
    return new Made(
        credential.getCredentialId(),
        credentials.convert(credential),
        String.valueOf(credential.getAaguid()),
        seen.getSignCount(),
        transports.stream()
            .map(AuthenticatorTransport::getValue)
            .filter(value -> value.matches("[a-z-]{1,20}"))
            .limit(8)
            .collect(Collectors.toSet()),
        seen.isFlagBE(),
        seen.isFlagBS());
  }

  private CredentialRecord record(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        passkey.backupEligible(),
        passkey.backedUp(),
        passkey.signCount(),
        credentials.convert(passkey.credentialData()),
        null,
        null,
        null,
        null);
  }

  static Refusal refused() {
    return new Refusal(
        403,
        "passkey_refused",
        "This passkey could not be checked. Try again, or log in another way.");
  }
}
