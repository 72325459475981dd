package parley.app.login;

import java.util.Map;
import org.springframework.stereotype.Component;
import ua_parser.Client;
import ua_parser.Parser;

/** Says in words what a browser calls itself: "Safari on iPhone". */
@Component
class DeviceWords {
  private static final String UNKNOWN = "Other";
  private static final Map<String, String> USUAL_NAMES =
      Map.of(
          "Chrome Mobile", "Chrome",
          "Chrome Mobile iOS", "Chrome",
          "HeadlessChrome", "Chrome",
          "Firefox Mobile", "Firefox",
          "Firefox iOS", "Firefox",
          "Mobile Safari", "Safari",
          "Edge Mobile", "Edge",
          "Mac OS X", "macOS");

  private final Parser parser = new Parser();

  /**
   * @param name browser and system, as far as they are known
   * @param handheld whether it is a phone or a tablet
   */
  record Device(String name, boolean handheld) {}

  Device of(String userAgent) {
    Client client = parser.parse(userAgent);
    String browser = usual(client.userAgent.family);
    String system = system(client);
    boolean handheld = system.equals("Android") || client.os.family.equals("iOS");
    if (browser.equals(UNKNOWN)) {
      return new Device(
          system.equals(UNKNOWN) ? "An unknown program" : "A program on " + system, handheld);
    }
    return new Device(system.equals(UNKNOWN) ? browser : browser + " on " + system, handheld);
  }

  private static String system(Client client) {
    String device = client.device.family;
    return device.equals("iPhone") || device.equals("iPad") ? device : usual(client.os.family);
  }

  private static String usual(String name) {
    return USUAL_NAMES.getOrDefault(name, name);
  }
}
