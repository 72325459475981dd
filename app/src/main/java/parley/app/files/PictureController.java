package parley.app.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.BodyLimits;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/**
 * Everybody's own picture, and the pictures of others for whoever was told their address: users and
 * people of a meeting.
 */
@RestController
class PictureController {
  private static final int LARGEST = 512;
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final ProfilePictures pictures;
  private final StoredFiles files;
  private final RateLimits limits;

  PictureController(ProfilePictures pictures, StoredFiles files, RateLimits limits) {
    this.pictures = pictures;
    this.files = files;
    this.limits = limits;
  }

  /** The body is the picture itself: a JPEG, PNG or GIF file. */
  @PutMapping("/api/v1/users/me/picture")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(SignedInUser user, HttpServletRequest request) throws IOException {
    limits.count("upload", LimitSettings::upload, user.userId().toString());
    pictures.change(user.userId(), request.getInputStream());
  }

  @DeleteMapping("/api/v1/users/me/picture")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(SignedInUser user) {
    pictures.remove(user.userId());
  }

  /** A picture never changes under its address; a new one has a new address. */
  @GetMapping(ProfilePictures.PATH + "{key}")
  ResponseEntity<Resource> show(
      @PathVariable String key, @RequestParam(defaultValue = "" + LARGEST) int size) {
    StoredFile file = pictures.find(key, size).orElseThrow(Refusal::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
        .body(files.bytesOf(file));
  }

  @Configuration(proxyBeanMethods = false)
  static class Routes {
    // More than any picture may have: what is only a little too large is refused in words of its
    // own.
    @Bean
    BodyLimits pictureBody() {
      return BodyLimits.of("PUT /api/v1/users/me/picture", 2 * FileType.AVATAR.largestBytes());
    }
  }
}
