package parley.app.files;

import java.util.Locale;
import java.util.Set;

/**
 * {@code files.type}: what a file is for, what it may then be, and how large.
 *
 * <p>The media types are what Tika sees in the bytes. Markup that a browser would run (HTML, SVG,
 * XML) is on no list.
 */
public enum FileType {
  AVATAR(megabytes(10), Set.of("image/png", "image/jpeg", "image/webp", "image/gif")),
  ATTACHMENT(
      megabytes(100),
      Set.of(
          "image/png",
          "image/jpeg",
          "image/webp",
          "image/gif",
          "application/pdf",
          "text/plain",
          "text/csv",
          "application/zip",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation",
          "audio/mpeg",
          "audio/x-wav",
          "video/mp4",
          "video/webm")),
  KYC(megabytes(20), Set.of("image/png", "image/jpeg", "image/webp", "application/pdf")),
  RECORDING(megabytes(50_000), Set.of("video/mp4", "video/webm", "audio/ogg", "audio/webm"));

  private final long largestBytes;
  private final Set<String> mediaTypes;

  FileType(long largestBytes, Set<String> mediaTypes) {
    this.largestBytes = largestBytes;
    this.mediaTypes = mediaTypes;
  }

  /** The most bytes that one file of this type has. */
  public long largestBytes() {
    return largestBytes;
  }

  /** Whether the bytes are kept only sealed, each file with a key of its own. */
  boolean isSealed() {
    return this == KYC;
  }

  boolean allows(String mediaType) {
    return mediaTypes.contains(mediaType);
  }

  String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FileType of(String spelled) {
    return valueOf(spelled.toUpperCase(Locale.ROOT));
  }

  private static long megabytes(long many) {
    return many * 1024 * 1024;
  }
}
