package parley.app.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import parley.app.shared.ParleySettings;
import parley.app.shared.Refusal;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
class ProfilePictureModuleTest {
  private static final String PICTURE = "/api/v1/users/me/picture";
  private static final long MEGABYTE = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired JdbcClient jdbc;
  @Autowired PictureStudio studio;
  @Autowired ParleySettings settings;
  private Visitor ann = new Visitor(0);

  @BeforeEach
  void signUp() {
    database.empty();
    FileSystemUtils.deleteRecursively(settings.dataDir().resolve("files").toFile());
    ann = new Visitor(port).signUp("ann@example.org");
  }

  @ParameterizedTest
  @CsvSource({"64,64", "65,128", "128,128", "200,256", "512,512", "9999,512", "-1,64"})
  void thereAreSeveralSizesSquareAndOfOurOwnMaking(int asked, int side) throws Exception {
    put(jpeg(900, 600));
    Visitor.Answer answer = ann.get(url() + "?size=" + asked);
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    assertThat(shown.getWidth()).isEqualTo(side);
    assertThat(shown.getHeight()).isEqualTo(side);
    Color middle = new Color(shown.getRGB(side / 2, side / 2));
    assertThat(middle.getGreen()).isGreaterThan(middle.getRed());
  }

  @Test
  void itIsKeptForEverByTheBrowserAndOnlyGivenToPeopleWeKnow() throws Exception {
    put(jpeg(300, 300));
    Visitor.Answer other = new Visitor(port).signUp("bob@example.org").get(url());
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("Cache-Control")).contains("private", "immutable", "max-age=31536000");
    assertThat(other.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(new Visitor(port).get(url()).status()).isEqualTo(401);
    assertThat(url().substring(url().lastIndexOf('/') + 1)).hasSize(22);
    assertThat(ann.get(url().substring(0, url().length() - 1) + "_").status()).isEqualTo(404);
  }

  @Test
  void aNewOneHasANewAddressAndTheOldOneIsGoneWithItsBytes() throws Exception {
    put(jpeg(300, 300));
    String old = url();
    put(jpeg(300, 300));
    assertThat(url()).isNotEqualTo(old);
    assertThat(ann.get(old).status()).isEqualTo(404);
    assertThat(filesOnDisk()).isEqualTo(4);
    assertThat(ann.delete(PICTURE).status()).isEqualTo(204);
    assertThat(ann.get("/api/v1/users/me").json().path("profilePictureUrl").isNull()).isTrue();
    assertThat(filesOnDisk()).isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM files").query(Long.class).single()).isZero();
    assertThat(jdbc.sql("SELECT used_bytes FROM storage_usage").query(Long.class).single())
        .isZero();
    assertThat(ann.delete(PICTURE).status()).isEqualTo(204);
  }

  @Test
  void whatOneSeesThroughStaysSo() throws Exception {
    var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    put(encoded(image, "png"));
    Visitor.Answer answer = ann.get(url() + "?size=64");
    assertThat(answer.header("Content-Type")).isEqualTo("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(answer.bytes())).getRGB(5, 5) >>> 24).isZero();
  }

  /** Red and green above, blue and white below, as the camera stored them. */
  @ParameterizedTest
  @CsvSource({
    "1, FF0000, 00FF00",
    "2, 00FF00, FF0000",
    "3, FFFFFF, 0000FF",
    "4, 0000FF, FFFFFF",
    "5, FF0000, 0000FF",
    "6, 0000FF, FF0000",
    "7, FFFFFF, 00FF00",
    "8, 00FF00, FFFFFF",
    "9, FF0000, 00FF00"
  })
  void itStandsUprightHoweverTheCameraWasHeld(int orientation, String left, String right)
      throws Exception {
    byte[] exif = exif(orientation);
    for (boolean wide : new boolean[] {true, false}) {
      BufferedImage quarters = quarters(wide ? 900 : 600, wide ? 600 : 900);
      put(withExif(encoded(quarters, "jpg"), exif));
      assertCorners(left, right);
      put(concat(concat(head(encoded(quarters, "png")), chunk("eXIf", exif)), tail(quarters)));
      assertCorners(left, right);
    }
  }

  @Test
  void greyThatIsSeenThroughIsNotLighter() throws Exception {
    for (int depth : new int[] {8, 16}) {
      put(greyWithAlpha(depth));
      Visitor.Answer answer = ann.get(url() + "?size=64");
      int pixel = ImageIO.read(new ByteArrayInputStream(answer.bytes())).getRGB(30, 30);
      assertThat(pixel >>> 24).isEqualTo(0xC0);
      assertThat(pixel & 0xFF).isBetween(0x7F, 0x81);
    }
  }

  @Test
  void aSideLongerThanTheWordsSayIsRefused() throws Exception {
    Visitor.Answer answer = ann.put(PICTURE, bomb(8192, 2048));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("picture_too_large");
    assertThat(ann.put(PICTURE, bomb(16, 4097)).status()).isEqualTo(413);
  }

  @Test
  void whatItCarriesBesidePixelsIsLeftBehind() throws Exception {
    byte[] picture = withComment(jpeg(300, 300), "canary 52.5200 13.4050");
    byte[] polyglot = concat(picture, "<script>canary()</script>PK\3\4canary".getBytes(UTF_8));
    put(polyglot);
    for (int size : new int[] {64, 128, 256, 512}) {
      assertThat(new String(ann.get(url() + "?size=" + size).bytes(), ISO_8859_1))
          .doesNotContain("canary");
    }
    assertThat(onDisk()).doesNotContain("canary");
  }

  @Test
  void whatIsNoPictureIsRefusedAndLeavesNothing() throws Exception {
    Map<String, byte[]> refused =
        Map.of(
            "svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(UTF_8),
            "html", "<!doctype html><script>1</script>".getBytes(UTF_8),
            "gif with a page in it", "GIF89a/*<script>alert(1)</script>*/=1;".getBytes(UTF_8),
            "words", "hello".getBytes(UTF_8),
            "nothing", new byte[0],
            "half a jpeg", java.util.Arrays.copyOf(jpeg(300, 300), 200),
            "a header of a png", java.util.Arrays.copyOf(png(300, 300), 40),
            "a tiny one", png(4, 4));
    for (var wrong : refused.entrySet()) {
      Visitor.Answer answer = ann.put(PICTURE, wrong.getValue());
      assertThat(answer.status()).as(wrong.getKey()).isEqualTo(415);
    }
    assertThat(filesOnDisk()).isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM files").query(Long.class).single()).isZero();
  }

  @Test
  void moreBytesThanAllowedAreNotRead() {
    Visitor.Answer answer = ann.put(PICTURE, new byte[10 * 1024 * 1024 + 1]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("file_too_large");
  }

  @Test
  void aBombIsRefusedByItsHeaderBeforeAnythingIsAllocated() throws Exception {
    for (byte[] bomb :
        new byte[][] {
          bomb(50_000, 50_000), bomb(8_000, 8_000), bomb(1, 2_000_000_000), gifOf(60_000)
        }) {
      long before = allocated();
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> studio.develop(new ByteArrayInputStream(bomb), 64))
          .matches(refusal -> refusal.status() == 413);
      assertThat(allocated() - before).isLessThan(2 * MEGABYTE);
    }
  }

  @Test
  void theLargestThatIsTakenStaysWithinItsMemory() throws Exception {
    byte[] large = png(4096, 4096);
    long before = allocated();
    studio.develop(new ByteArrayInputStream(large), 64, 512);
    assertThat(allocated() - before).isLessThan(64 * MEGABYTE);
  }

  @Test
  void compressedWordsInAPictureAreNotUnpacked() throws Exception {
    byte[] plain = png(300, 300);
    byte[] words =
        chunk("zTXt", concat("Comment\0\0".getBytes(UTF_8), deflated(200 * (int) MEGABYTE)));
    // Behind the signature and the header chunk.
    byte[] bomb =
        concat(
            java.util.Arrays.copyOf(plain, 33),
            concat(words, java.util.Arrays.copyOfRange(plain, 33, plain.length)));
    long before = allocated();
    studio.develop(new ByteArrayInputStream(bomb), 64);
    assertThat(allocated() - before).isLessThan(16 * MEGABYTE);
  }

  private void assertCorners(String left, String right) throws IOException {
    byte[] shown = ann.get(url() + "?size=64").bytes();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(nearest(picture.getRGB(8, 8))).isEqualTo(left);
    assertThat(nearest(picture.getRGB(55, 8))).isEqualTo(right);
  }

  // JPEG keeps colours only about.
  private static String nearest(int colour) {
    var name = new StringBuilder();
    for (int shift = 16; shift >= 0; shift -= 8) {
      name.append((colour >> shift & 0xFF) > 127 ? "FF" : "00");
    }
    return name.toString();
  }

  private static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < colours.length; i++) {
      pen.setColor(colours[i]);
      pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    pen.dispose();
    return image;
  }

  // Little endian: one directory with one entry.
  private static byte[] exif(int orientation) {
    return Samples.bytes(
        "49492a00 08000000 0100 1201 0300 01000000 0" + orientation + "000000 00000000");
  }

  private static byte[] withExif(byte[] jpeg, byte[] exif) {
    byte[] payload = concat("Exif\0\0".getBytes(UTF_8), exif);
    byte[] marker = {(byte) 0xFF, (byte) 0xE1, 0, (byte) (payload.length + 2)};
    return concat(
        concat(java.util.Arrays.copyOf(jpeg, 2), concat(marker, payload)),
        java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  private static byte[] head(byte[] png) {
    return java.util.Arrays.copyOf(png, 33);
  }

  private static byte[] tail(BufferedImage image) throws IOException {
    byte[] png = encoded(image, "png");
    return java.util.Arrays.copyOfRange(png, 33, png.length);
  }

  /** Grey 0x80 under alpha 0xC0 everywhere. */
  private static byte[] greyWithAlpha(int depth) throws Exception {
    int side = 64;
    byte[] pixel = depth == 8 ? new byte[] {(byte) 0x80, (byte) 0xC0} : Samples.bytes("8080C0C0");
    var rows = new ByteArrayOutputStream();
    for (int y = 0; y < side; y++) {
      rows.write(0);
      for (int x = 0; x < side; x++) {
        rows.write(pixel);
      }
    }
    var deflater = new Deflater();
    deflater.setInput(rows.toByteArray());
    deflater.finish();
    byte[] packed = new byte[rows.size() + 100];
    int length = deflater.deflate(packed);
    byte[] header =
        Samples.bytes("00000040 00000040 " + (depth == 8 ? "08" : "10") + " 04 00 00 00");
    return concat(
        concat(Samples.bytes("89504e470d0a1a0a"), chunk("IHDR", header)),
        concat(chunk("IDAT", java.util.Arrays.copyOf(packed, length)), chunk("IEND", new byte[0])));
  }

  private void put(byte[] picture) {
    Visitor.Answer answer = ann.put(PICTURE, picture);
    assertThat(answer.status()).as(new String(answer.bytes(), UTF_8)).isEqualTo(204);
  }

  private String url() {
    return ann.get("/api/v1/users/me").json().path("profilePictureUrl").asString();
  }

  private long filesOnDisk() throws IOException {
    try (var paths = Files.walk(settings.dataDir().resolve("files"))) {
      return paths.filter(Files::isRegularFile).count();
    }
  }

  private String onDisk() throws IOException {
    var all = new StringBuilder();
    try (var paths = Files.walk(settings.dataDir().resolve("files"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(path), ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  // Green in the middle, red at the sides that a square leaves out.
  private static BufferedImage painted(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.GREEN);
    int side = Math.min(width, height);
    pen.fillRect((width - side) / 2, (height - side) / 2, side, side);
    pen.dispose();
    return image;
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    return encoded(painted(width, height), "jpg");
  }

  private static byte[] png(int width, int height) throws IOException {
    return encoded(painted(width, height), "png");
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] withComment(byte[] jpeg, String words) {
    byte[] text = words.getBytes(UTF_8);
    ByteBuffer segment = ByteBuffer.allocate(4 + text.length);
    segment.putShort((short) 0xFFFE).putShort((short) (2 + text.length)).put(text);
    return concat(
        concat(new byte[] {jpeg[0], jpeg[1]}, segment.array()),
        java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  private static byte[] bomb(int width, int height) {
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 6, 0, 0, 0});
    byte[] pixels = chunk("IDAT", deflated(4 * (int) MEGABYTE));
    return concat(concat(signature, chunk("IHDR", header.array())), pixels);
  }

  private static byte[] gifOf(int side) {
    ByteBuffer gif = ByteBuffer.allocate(40).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    gif.put("GIF89a".getBytes(UTF_8)).putShort((short) side).putShort((short) side);
    gif.put(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255, 0x2C});
    gif.putShort((short) 0).putShort((short) 0).putShort((short) side).putShort((short) side);
    return gif.put(new byte[] {0, 2, 2, 0x4C, 1, 0, 0x3B}).array();
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(UTF_8);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    byte[] out = new byte[zeros / 500 + 1000];
    int length = deflater.deflate(out);
    deflater.end();
    return java.util.Arrays.copyOf(out, length);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
