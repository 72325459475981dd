package parley.app.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.springframework.stereotype.Component;

/** Draws a picture in another size and encodes it anew: a JPEG, or a PNG where one sees through. */
@Component
class PictureWriter {
  private static final float QUALITY = 0.88f;

  /** A picture as it is sent to browsers. */
  record Encoded(byte[] bytes, String extension) {}

  Encoded write(BufferedImage square, int side) throws IOException {
    boolean seenThrough = square.getColorModel().getTransparency() != Transparency.OPAQUE;
    BufferedImage drawn = scaled(square, side, seenThrough);
    var out = new ByteArrayOutputStream();
    if (seenThrough) {
      ImageIO.write(drawn, "png", out);
      return new Encoded(out.toByteArray(), "png");
    }
    jpeg(drawn, out);
    return new Encoded(out.toByteArray(), "jpg");
  }

  // Halved again and again, so that no pixel is passed over.
  private static BufferedImage scaled(BufferedImage from, int side, boolean seenThrough) {
    BufferedImage image = from;
    int now = image.getWidth();
    do {
      now = Math.max(side, now / 2);
      image = drawn(image, now, seenThrough);
    } while (now > side);
    return image;
  }

  private static BufferedImage drawn(BufferedImage from, int side, boolean seenThrough) {
    int type = seenThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var image = new BufferedImage(side, side, type);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
      Color ground = seenThrough ? new Color(0, true) : Color.WHITE;
      pen.drawImage(from, 0, 0, side, side, ground, null);
    } finally {
      pen.dispose();
    }
    return image;
  }

  private static void jpeg(BufferedImage image, ByteArrayOutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam wanted = writer.getDefaultWriteParam();
    wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    wanted.setCompressionQuality(QUALITY);
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), wanted);
    } finally {
      writer.dispose();
    }
  }
}
