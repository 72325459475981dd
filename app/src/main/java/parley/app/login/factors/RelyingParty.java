package parley.app.login.factors;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;

/**
 * Who passkeys are made for: the host of the public address and nothing that a request claims
 * (WebAuthn §5.1.2). Under another address there are none.
 */
@Component
class RelyingParty {
  static final String NAME = "Parley";

  private final PublicUrl publicUrl;

  RelyingParty(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The RP id: a host without scheme and port. */
  String id() {
    return publicUrl.page("/").getHost();
  }

  /** What an answer to this challenge must have been made for. */
  ServerProperty expecting(byte[] challenge) {
    return ServerProperty.builder()
        .origin(Origin.create(publicUrl.base()))
        .rpId(id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }
}
