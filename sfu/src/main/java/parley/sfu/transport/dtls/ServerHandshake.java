package parley.sfu.transport.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;
import parley.sfu.transport.srtp.MasterKey;
import parley.sfu.transport.srtp.SrtpProfile;

/** The passive side of one handshake. */
final class ServerHandshake extends DefaultTlsServer implements Handshake {
  private final HandshakeRules rules;
  private @Nullable SrtpProfile profile;
  private @Nullable DtlsKeys keys;
  private boolean saidGoodbye;

  ServerHandshake(HandshakeRules rules) {
    super(rules.certificate().crypto());
    this.rules = rules;
  }

  @Override
  public @Nullable DtlsKeys keys() {
    return keys;
  }

  @Override
  public boolean peerSaidGoodbye() {
    return saidGoodbye;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return HandshakeRules.cipherSuites();
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() {
    return rules.certificate().signer(context);
  }

  @Override
  public int getHandshakeResendTimeMillis() {
    return HandshakeRules.RESEND_MILLIS;
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return rules.limitMillis();
  }

  /** Without it keys cannot be exported (RFC 7627 §5.4). */
  @Override
  public boolean requiresExtendedMasterSecret() {
    return true;
  }

  @SuppressWarnings("rawtypes")
  @Override
  public void processClientExtensions(Hashtable offered) throws IOException {
    super.processClientExtensions(offered);
    UseSRTPData srtp = offered == null ? null : TlsSRTPUtils.getUseSRTPExtension(offered);
    profile = srtp == null ? null : SrtpProfile.best(srtp.getProtectionProfiles());
    if (profile == null) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure);
    }
  }

  @SuppressWarnings("rawtypes")
  @Override
  public Hashtable getServerExtensions() throws IOException {
    Hashtable extensions = super.getServerExtensions();
    if (profile != null) {
      TlsSRTPUtils.addUseSRTPExtension(
          extensions, new UseSRTPData(new int[] {profile.id()}, TlsUtils.EMPTY_BYTES));
    }
    return extensions;
  }

  @Override
  public CertificateRequest getCertificateRequest() {
    return new CertificateRequest(
        new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
        TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
        null);
  }

  @Override
  public void notifyClientCertificate(Certificate shown) throws IOException {
    rules.check(shown);
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    if (profile != null) {
      byte[] exported =
          context.exportKeyingMaterial(DtlsKeys.EXPORT_LABEL, null, profile.exportLength());
      keys =
          new DtlsKeys(
              profile,
              MasterKey.ofServer(profile, exported),
              MasterKey.ofClient(profile, exported));
    }
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    saidGoodbye |= description == AlertDescription.close_notify;
  }
}
