package parley.app.login.social;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0), kept for an hour, and its keys,
 * which the key source keeps and fetches anew when one is missing.
 */
final class Discovery {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Issuer issuer;
  private final Clock clock;
  private volatile @Nullable Known known;

  /** Both are replaced together. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant since) {}

  Discovery(Issuer issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  Known get() throws IOException, GeneralException {
    Known before = known;
    Instant now = clock.instant();
    if (before != null && now.isBefore(before.since().plus(KEPT))) {
      return before;
    }
    Known fetched = fetch(now);
    known = fetched;
    return fetched;
  }

  private Known fetch(Instant now) throws IOException, GeneralException {
    int patience = ProviderHttp.patienceMillis();
    // It refuses a document of another issuer (§4.3).
    OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, patience, patience);
    var retriever = new DefaultResourceRetriever(patience, patience, ProviderHttp.LONGEST_DOCUMENT);
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever).retrying(true).build();
    return new Known(metadata, keys, now);
  }
}
