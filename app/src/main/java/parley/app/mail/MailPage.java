package parley.app.mail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What every mail looks like. Nothing is fetched: no pictures, no fonts, so opening a mail tells
 * nobody. Programs that turn mails dark are told the dark colours.
 */
final class MailPage {
  private static final String STYLE =
      """
      body{margin:0;padding:0;background:#f2f5f3;color:#15211c}
      .wall{background:#f2f5f3;padding:32px 16px}
      .paper{max-width:520px;margin:0 auto;background:#fdfefd;border:1px solid #dae0dc;border-radius:14px;text-align:left}
      .in{padding:32px}
      .in,.foot{font:400 16px/24px "Hanken Grotesk",-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:#15211c}
      h1{margin:24px 0 16px;font-size:22px;line-height:28px;font-weight:600;letter-spacing:-.012em;overflow-wrap:anywhere}
      p{margin:0 0 16px;overflow-wrap:anywhere}
      a{color:#155b41}
      .deed{margin:24px 0}
      .deed a{max-width:100%;box-sizing:border-box}
      .deed a{display:inline-block;background:#155b41;color:#fafdfb;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:10px}
      .stem{background:#155b41;width:10px;height:26px;border-radius:7px 2px 2px 7px;font-size:0;line-height:0}
      .lamp{background:#f1b12b;width:11px;height:18px;border-radius:2px 10px 10px 2px;font-size:0;line-height:0}
      .name{padding-left:10px;font-size:20px;line-height:26px;font-weight:650;letter-spacing:-.03em}
      .foot{max-width:520px;margin:0 auto;padding:20px 32px 0;font-size:13px;line-height:19px;color:#596560;text-align:left}
      .foot p{margin:0 0 4px}
      .foot a{color:#596560}
      @media (prefers-color-scheme:dark){
      body,.wall{background:#0f1513!important;color:#ebf0ed!important}
      .paper{background:#171e1b!important;border-color:#2a332f!important}
      .in,h1,.name{color:#ebf0ed!important}
      a{color:#78d0a6!important}
      .deed a{background:#60b88f!important;color:#071a13!important}
      .stem{background:#60b88f!important}
      .foot,.foot a{color:#959e99!important}
      }
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>%1$s</title>
      <style>
      %2$s</style></head><body>
      <div class="wall">
      <div class="paper"><div class="in">
      <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
      <td><div class="stem"></div></td><td width="3"></td><td valign="top"><div class="lamp"></div></td>
      <td class="name">Parley</td>
      </tr></table>
      <h1>%1$s</h1>
      %3$s
      </div></div>
      %4$s</div>
      </body></html>
      """;

  private MailPage() {}

  static String html(String title, List<MailPart> parts, List<MailPart> foot) {
    String small = foot.isEmpty() ? "" : "<div class=\"foot\">\n" + html(foot) + "\n</div>\n";
    return String.format(Locale.ROOT, PAGE, HtmlUtils.htmlEscape(title), STYLE, html(parts), small);
  }

  private static String html(List<MailPart> parts) {
    return parts.stream().map(MailPart::html).collect(Collectors.joining("\n"));
  }
}
