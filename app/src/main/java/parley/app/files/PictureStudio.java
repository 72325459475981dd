package parley.app.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;

/**
 * Makes out of whatever bytes arrive pictures of our own, in several sizes. Two at a time: decoding
 * takes memory.
 */
@Component
class PictureStudio {
  private static final int AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final LocalDisk disk;
  private final TypeSniffer sniffer;
  private final PictureReader reader;
  private final PictureWriter writer;
  private final Semaphore places = new Semaphore(AT_ONCE);

  PictureStudio(LocalDisk disk, TypeSniffer sniffer, PictureReader reader, PictureWriter writer) {
    this.disk = disk;
    this.sniffer = sniffer;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * The picture in each of these sizes (pixels of a side). Refuses with 413 {@code file_too_large}
   * or as {@link PictureReader#square} does.
   */
  Map<Integer, PictureWriter.Encoded> develop(InputStream bytes, int... sizes) throws IOException {
    Intake intake = new Intake(bytes, FileType.AVATAR.largestBytes());
    Path arrived;
    try {
      arrived = disk.spool(intake::transferTo);
    } catch (Intake.TooLarge tooLarge) {
      throw new Refusal(
          413, "file_too_large", "This picture is larger than the 10 MB allowed here.");
    }
    try {
      return inTurn(arrived, sizes);
    } finally {
      Files.deleteIfExists(arrived);
    }
  }

  private Map<Integer, PictureWriter.Encoded> inTurn(Path arrived, int... sizes)
      throws IOException {
    takePlace();
    try {
      String mediaType = sniffer.sniff(head(arrived), "picture");
      int largest = Arrays.stream(sizes).max().orElseThrow();
      BufferedImage square = reader.square(arrived, mediaType, largest);
      Map<Integer, PictureWriter.Encoded> developed = new LinkedHashMap<>();
      for (int size : sizes) {
        developed.put(size, writer.write(square, size));
      }
      return developed;
    } finally {
      places.release();
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(TypeSniffer.HEAD_BYTES);
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.tooManyRequests(LONGEST_WAIT);
  }
}
