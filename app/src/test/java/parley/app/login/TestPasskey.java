package parley.app.login;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authenticator and its browser in one (WebAuthn §6.5, §5.8.1): ES256, attestation "none". What
 * it claims can be bent.
 */
final class TestPasskey {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  String origin;
  String rpId = "localhost";
  boolean verified = true;
  boolean present = true;
  long counter = 1;
  byte[] handle = {};
  String type = "";

  private final byte[] id = new byte[32];
  private final KeyPair keys;

  TestPasskey(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to creation options. */
  Map<String, Object> create(JsonNode options) {
    handle = Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
    byte[] clientData = clientData("webauthn.create", options);
    return answer(
        Map.of(
            "clientDataJSON", text(clientData),
            "attestationObject", text(attestation(authenticatorData(true)))));
  }

  /** The answer to request options. */
  Map<String, Object> get(JsonNode options) {
    byte[] clientData = clientData("webauthn.get", options);
    byte[] authenticatorData = authenticatorData(false);
    return answer(
        Map.of(
            "clientDataJSON", text(clientData),
            "authenticatorData", text(authenticatorData),
            "signature", text(sign(authenticatorData, clientData)),
            "userHandle", text(handle)));
  }

  private Map<String, Object> answer(Map<String, Object> response) {
    return Map.of(
        "id", text(id),
        "rawId", text(id),
        "type", "public-key",
        "response", response,
        "clientExtensionResults", Map.of());
  }

  private byte[] clientData(String usual, JsonNode options) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            type.isEmpty() ? usual : type,
            "challenge",
            options.path("challenge").asString(),
            "origin",
            origin,
            "crossOrigin",
            false));
  }

  private byte[] authenticatorData(boolean attested) {
    int flags = (present ? PRESENT : 0) | (verified ? VERIFIED : 0) | (attested ? ATTESTED : 0);
    var out = new ByteArrayOutputStream();
    out.writeBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
    out.write(flags);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
    if (attested) {
      out.writeBytes(new byte[16]);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
      out.writeBytes(id);
      out.writeBytes(publicKey());
    }
    return out.toByteArray();
  }

  // COSE_Key: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 §7.1.1)
  private byte[] publicKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
    out.writeBytes(coordinate(point.getAffineX()));
    out.writeBytes(new byte[] {0x22, 0x58, 0x20});
    out.writeBytes(coordinate(point.getAffineY()));
    return out.toByteArray();
  }

  private static byte[] coordinate(java.math.BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  // {"fmt": "none", "attStmt": {}, "authData": bytes}
  private static byte[] attestation(byte[] authenticatorData) {
    var out = new ByteArrayOutputStream();
    out.write(0xA3);
    out.write(0x63);
    out.writeBytes("fmt".getBytes(StandardCharsets.US_ASCII));
    out.write(0x64);
    out.writeBytes("none".getBytes(StandardCharsets.US_ASCII));
    out.write(0x67);
    out.writeBytes("attStmt".getBytes(StandardCharsets.US_ASCII));
    out.write(0xA0);
    out.write(0x68);
    out.writeBytes("authData".getBytes(StandardCharsets.US_ASCII));
    out.write(0x59);
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) authenticatorData.length).array());
    out.writeBytes(authenticatorData);
    return out.toByteArray();
  }

  private byte[] sign(byte[] authenticatorData, byte[] clientData) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(authenticatorData);
      signature.update(sha256(clientData));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
