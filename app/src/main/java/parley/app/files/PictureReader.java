package parley.app.files;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;

/**
 * Decodes a picture that somebody sent. How large it claims to be is read from its header and
 * refused there; nothing is allocated for pixels before. Of what it carries beside pixels only the
 * orientation is read.
 */
@Component
class PictureReader {
  /** The longest side, in pixels. */
  static final int LONGEST_SIDE = 4096;

  private static final int SMALLEST_SIDE = 16;
  private static final Set<String> READ = Set.of("image/png", "image/jpeg", "image/gif");

  /**
   * The square in the middle, upright, its side at least {@code side} where the picture has so many
   * pixels, and less than twice and once that otherwise. Refuses with 415 {@code
   * picture_unreadable} or 413 {@code picture_too_large}.
   *
   * @param mediaType what was seen in the bytes
   */
  BufferedImage square(Path file, String mediaType, int side) throws IOException {
    if (!READ.contains(mediaType)) {
      throw unreadable();
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
    ImageReader reader = readers.next();
    try (var bytes = new FileImageInputStream(file.toFile())) {
      int orientation = ExifOrientation.of(bytes);
      reader.setInput(bytes, true, true);
      return SquarePixels.upright(square(reader, side), orientation);
    } catch (Refusal refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // The decoders answer broken pictures with exceptions of many kinds.
      throw unreadable();
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage square(ImageReader reader, int side) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
      throw new Refusal(
          413,
          "picture_too_large",
          "This picture has too many pixels. Up to 4096 × 4096 are taken here.");
    }
    int whole = Math.min(width, height);
    if (whole < SMALLEST_SIDE) {
      throw new Refusal(
          415, "picture_too_small", "This picture is too small. It needs 16 pixels a side.");
    }
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(new Rectangle((width - whole) / 2, (height - whole) / 2, whole, whole));
    int every = Math.max(1, whole / side);
    part.setSourceSubsampling(every, every, 0, 0);
    return reader.read(0, part);
  }

  private static Refusal unreadable() {
    return new Refusal(
        415,
        "picture_unreadable",
        "This is no picture that can be read. Use a JPEG, PNG or GIF file.");
  }
}
