package parley.sfu.packet;

import org.jspecify.annotations.Nullable;

/** The spatial quality point of a simulcast encoding. */
public enum Layer {
  LOW("q"),
  MEDIUM("h"),
  HIGH("f");

  private final String rid;

  Layer(String rid) {
    this.rid = rid;
  }

  /** The RID that names this layer. */
  public String rid() {
    return rid;
  }

  /**
   * The layer that a RID names, HIGH for the empty RID of a single encoding; null for any other
   * name.
   */
  public static @Nullable Layer ofRid(String rid) {
    return switch (rid) {
      case "q" -> LOW;
      case "h" -> MEDIUM;
      case "f", "" -> HIGH;
      default -> null;
    };
  }
}
