package parley.app.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Somebody's authenticator app, with the secret it was told. */
record TestApp(String secret) {
  String codeAt(Instant now) {
    try {
      var generator = new TimeBasedOneTimePasswordGenerator();
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()), now);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
