package parley.app.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;

/**
 * Gives files out. A browser may show the few kinds of image that cannot carry a program; all else
 * it saves, and nothing it opens from here may run or load anything.
 */
@RestController
@RequestMapping("/api/v1/files")
class FileController {
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

  private final StoredFiles files;

  FileController(StoredFiles files) {
    this.files = files;
  }

  @GetMapping("/{id}")
  ResponseEntity<Resource> download(CurrentPerson person, @PathVariable UUID id) {
    StoredFile file = files.find(id, person).orElseThrow(Refusal::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
        .eTag(file.checksum())
        .body(files.bytesOf(file));
  }

  private static ContentDisposition disposition(StoredFile file) {
    var kind =
        SHOWN.contains(file.mediaType())
            ? ContentDisposition.inline()
            : ContentDisposition.attachment();
    return kind.filename(file.name(), StandardCharsets.UTF_8).build();
  }
}
