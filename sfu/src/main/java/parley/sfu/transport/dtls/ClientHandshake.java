package parley.sfu.transport.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;
import parley.sfu.transport.srtp.MasterKey;
import parley.sfu.transport.srtp.SrtpProfile;

/** The active side of one handshake. */
final class ClientHandshake extends DefaultTlsClient implements Handshake {
  private final HandshakeRules rules;
  private final int[] profiles;
  private @Nullable SrtpProfile profile;
  private @Nullable DtlsKeys keys;
  private boolean saidGoodbye;

  /**
   * A client.
   *
   * @param profiles numbers to offer in {@code use_srtp}
   */
  ClientHandshake(HandshakeRules rules, int[] profiles) {
    super(rules.certificate().crypto());
    this.rules = rules;
    this.profiles = profiles;
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
  public int getHandshakeResendTimeMillis() {
    return HandshakeRules.RESEND_MILLIS;
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return rules.limitMillis();
  }

  @Override
  public boolean requiresExtendedMasterSecret() {
    return true;
  }

  @SuppressWarnings("rawtypes")
  @Override
  public Hashtable getClientExtensions() throws IOException {
    Hashtable extensions = super.getClientExtensions();
    TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles, TlsUtils.EMPTY_BYTES));
    return extensions;
  }

  @SuppressWarnings("rawtypes")
  @Override
  public void processServerExtensions(Hashtable answered) throws IOException {
    super.processServerExtensions(answered);
    UseSRTPData srtp = answered == null ? null : TlsSRTPUtils.getUseSRTPExtension(answered);
    profile = srtp == null ? null : SrtpProfile.best(srtp.getProtectionProfiles());
    if (profile == null) {
      throw new TlsFatalAlert(AlertDescription.illegal_parameter);
    }
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
        rules.check(shown.getCertificate());
      }

      @Override
      public TlsCredentials getClientCredentials(CertificateRequest request) {
        return rules.certificate().signer(context);
      }
    };
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
              MasterKey.ofClient(profile, exported),
              MasterKey.ofServer(profile, exported));
    }
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    saidGoodbye |= description == AlertDescription.close_notify;
  }
}
