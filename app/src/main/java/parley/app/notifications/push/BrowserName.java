package parley.app.notifications.push;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call a browser, from what it calls itself: "Chrome on Windows". */
public final class BrowserName {
  // In this order: each also claims to be those below it.
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private BrowserName() {}

  /** "A browser" for one that says nothing known. */
  public static String of(@Nullable String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    String name = browser.isEmpty() ? "A browser" : browser;
    return system.isEmpty() ? name : name + " on " + system;
  }

  private static String first(Map<String, String> names, @Nullable String userAgent) {
    return userAgent == null
        ? ""
        : names.entrySet().stream()
            .filter(name -> userAgent.contains(name.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
  }
}
