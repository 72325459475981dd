package parley.app.login;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;
import parley.app.users.Users;

/** What a page asks before anybody has logged in. */
@RestController
class ConfigController {
  private static final String UNPACKAGED = "development";

  private final ParleySettings settings;
  private final PublicUrl publicUrl;
  private final Users users;
  private final ObjectProvider<BuildProperties> build;

  ConfigController(
      ParleySettings settings,
      PublicUrl publicUrl,
      Users users,
      ObjectProvider<BuildProperties> build) {
    this.build = build;
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.users = users;
  }

  /**
   * @param signupOpen whether anybody may make an account
   * @param hasAdmin whether the first administrator has come
   */
  record Config(String version, boolean signupOpen, String publicUrl, boolean hasAdmin) {}

  @GetMapping("/api/v1/config")
  Config config() {
    return new Config(
        version(), settings.signupOpen(), publicUrl.base(), users.administratorExists());
  }

  private String version() {
    BuildProperties properties = build.getIfAvailable();
    String version = properties == null ? null : properties.getVersion();
    return version == null ? UNPACKAGED : version;
  }
}
