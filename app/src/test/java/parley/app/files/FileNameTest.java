package parley.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "report.pdf, report.pdf",
    "'Übersicht 2026 (final).pdf', 'Übersicht 2026 (final).pdf'",
    "写真.png, 写真.png",
    "👩\u200d💻.png, 👩\u200d💻.png",
    "می\u200cخواهم.pdf, می\u200cخواهم.pdf",
    "'a\u2066b.pdf', a_b.pdf",
    "\u3164, file",
    "\u2800, file",
    "../../etc/passwd, passwd",
    "C:\\Windows\\system32\\cmd.exe, cmd.exe",
    ".htaccess, htaccess",
    "'a\"b.png', a_b.png",
    "'a\r\nSet-Cookie: x.png', 'a__Set-Cookie_ x.png'",
    "..., file",
    "/, file",
    "'', file"
  })
  void keepsWhatIsAName(String sent, String shown) {
    assertThat(FileName.clean(sent)).isEqualTo(shown);
  }

  @Test
  void aLongNameKeepsItsExtension() {
    String clean = FileName.clean("😀".repeat(200) + ".docx");
    assertThat(clean).endsWith("😀.docx").hasSizeLessThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("parley.app.files.HostileNames#all")
  void noNameIsAPathOrMoreThanOneLine(String hostile) {
    assertThat(FileName.clean(hostile))
        .doesNotContain("/", "\\", "..\u0000", "\u0000", "\r", "\n", "\"", ":", "\u202e")
        .isNotEqualTo(".")
        .isNotEqualTo("..")
        .isNotBlank();
  }
}
