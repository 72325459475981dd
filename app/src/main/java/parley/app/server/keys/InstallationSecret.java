package parley.app.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.ParleySettings;
import parley.app.shared.SecretKeys;

/** The secret from the settings, else one made at first start and kept in the data folder. */
@Configuration(proxyBeanMethods = false)
public class InstallationSecret {
  private static final int SECRET_BYTES = 32;
  private static final int LEAST_GIVEN = 32;

  @Bean
  SecretKeys secretKeys(ParleySettings settings) {
    return keys(settings);
  }

  /** The same where Spring is not there yet. */
  public static SecretKeys keys(ParleySettings settings) {
    try {
      return read(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The secret key in " + settings.dataDir() + " cannot be read or made", e);
    }
  }

  /**
   * The same for whoever only looks: makes none.
   *
   * @throws IllegalStateException if this folder belongs to no installation
   */
  public static SecretKeys existing(ParleySettings settings) {
    String given = settings.secretKey();
    Path file = settings.dataDir().resolve("secret.key");
    if ((given == null || given.isBlank()) && !Files.exists(file)) {
      throw new IllegalStateException(
          "There is no secret key in "
              + settings.dataDir()
              + ". Name the data folder with --data.");
    }
    return keys(settings);
  }

  private static SecretKeys read(ParleySettings settings) throws IOException {
    String given = settings.secretKey();
    if (given == null || given.isBlank()) {
      return new DerivedKeys(
          HexFormat.of().parseHex(kept(settings.dataDir().resolve("secret.key"))));
    }
    if (given.length() < LEAST_GIVEN) {
      throw new IllegalStateException(
          "parley.secret-key needs at least " + LEAST_GIVEN + " characters");
    }
    return new DerivedKeys(given.getBytes(StandardCharsets.UTF_8));
  }

  private static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    return Files.readString(file).strip();
  }

  private static void create(Path file) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh =
        Files.createTempFile(
            folder,
            "secret",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, HexFormat.of().formatHex(secret) + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
