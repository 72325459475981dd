package parley.app.files;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** The pixels of a square picture as people should see them. */
final class SquarePixels {
  private static final int OPAQUE = 0xFF << 24;

  private SquarePixels() {}

  /**
   * Turned and mirrored as its orientation says (Exif 2.32 §4.7.2), and in sRGB.
   *
   * @param orientation 1 to 8
   */
  static BufferedImage upright(BufferedImage square, int orientation) {
    boolean grey = isGrey(square.getColorModel());
    if (orientation == ExifOrientation.UPRIGHT && !grey) {
      return square;
    }
    int side = square.getWidth();
    boolean seenThrough = square.getColorModel().getTransparency() != Transparency.OPAQUE;
    var upright =
        new BufferedImage(
            side, side, seenThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int fromX = column(orientation, x, y, side - 1);
        int fromY = row(orientation, x, y, side - 1);
        upright.setRGB(x, y, grey ? greyAt(square, fromX, fromY) : square.getRGB(fromX, fromY));
      }
    }
    return upright;
  }

  private static int column(int orientation, int x, int y, int last) {
    return switch (orientation) {
      case 2, 3 -> last - x;
      case 5, 6 -> y;
      case 7, 8 -> last - y;
      default -> x;
    };
  }

  private static int row(int orientation, int x, int y, int last) {
    return switch (orientation) {
      case 3, 4 -> last - y;
      case 5, 8 -> x;
      case 6, 7 -> last - x;
      default -> y;
    };
  }

  private static boolean isGrey(ColorModel colours) {
    return colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  // Java takes grey for linear light and makes it lighter; in files its curve is that of sRGB.
  private static int greyAt(BufferedImage picture, int x, int y) {
    Raster pixels = picture.getRaster();
    int grey = sample(picture, pixels, x, y, 0);
    int alpha = pixels.getNumBands() > 1 ? sample(picture, pixels, x, y, 1) << 24 : OPAQUE;
    return alpha | grey << 16 | grey << 8 | grey;
  }

  private static int sample(BufferedImage picture, Raster pixels, int x, int y, int band) {
    int most = (1 << picture.getColorModel().getComponentSize(band)) - 1;
    return pixels.getSample(x, y, band) * 255 / most;
  }
}
