package parley.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSnifferTest {
  private final TypeSniffer sniffer = new TypeSniffer();

  @Test
  void seesWhatTheBytesAre() {
    assertThat(sniff(Samples.png())).isEqualTo("image/png");
    assertThat(sniff(Samples.bytes("ff d8 ff e0 00 10 4a 46 49 46"))).isEqualTo("image/jpeg");
    assertThat(sniff("GIF89a".getBytes(UTF_8))).isEqualTo("image/gif");
    assertThat(sniff("%PDF-1.7\n".getBytes(UTF_8))).isEqualTo("application/pdf");
    assertThat(sniff("RIFF\0\0\0\0WEBPVP8 ".getBytes(UTF_8))).isEqualTo("image/webp");
    assertThat(sniff("just words\n".getBytes(UTF_8))).isEqualTo("text/plain");
    assertThat(
            sniff(
                Samples.bytes(
                    "1a 45 df a3 9f 42 86 81 01 42 f7 81 01 42 f2 81 04 42 f3 81 08 42 82 84 77 65 62 6d")))
        .isIn("video/webm", "application/x-matroska");
  }

  @Test
  void anOfficeDocumentIsAnArchiveOfThatName() throws Exception {
    byte[] document = Samples.zip("[Content_Types].xml", "<Types/>");
    assertThat(sniffer.sniff(document, "a.docx"))
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(FileType.ATTACHMENT.allows(sniffer.sniff(document, "a.xlsx"))).isTrue();
    byte[] archive = Samples.zip("readme.txt", "words");
    assertThat(sniffer.sniff(archive, "a.zip")).isEqualTo("application/zip");
    for (String name : new String[] {"a.jar", "a.apk", "a.war"}) {
      assertThat(FileType.ATTACHMENT.allows(sniffer.sniff(archive, name))).as(name).isFalse();
    }
  }

  @Test
  void noNameMakesWordsOrAPictureSomethingElse() {
    for (String name : new String[] {"a.html", "a.svg", "a.docx", "a.exe", "a.js"}) {
      assertThat(sniffer.sniff("just words\n".getBytes(UTF_8), name)).isEqualTo("text/plain");
      assertThat(sniffer.sniff(Samples.png(), name)).isEqualTo("image/png");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><script>alert(1)</script></html>",
        "<!DOCTYPE html><title>x</title>",
        "  \n<HTML>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
        "#!/bin/sh\nrm -rf /\n",
        "MZ\u0090\u0000\u0003"
      })
  void nothingThatABrowserOrASystemRunsIsAllowedAnywhere(String content) {
    String mediaType = sniff(content.getBytes(UTF_8));
    for (FileType type : FileType.values()) {
      assertThat(type.allows(mediaType)).as("%s as %s", mediaType, type).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(FileType.class)
  void whatIsNotRecognisedIsNotAllowed(FileType type) {
    assertThat(type.allows(sniff(new byte[] {0, 1, 2, 3, (byte) 0x9f, 7}))).isFalse();
  }

  private String sniff(byte[] head) {
    return sniffer.sniff(head, "file");
  }
}
