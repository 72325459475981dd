package parley.mediaserver.signal;

/**
 * What one field of a message from a client may hold.
 *
 * @param count how often it may stand in its message
 * @param kind what {@code low} and {@code high} mean
 * @param low the smallest number
 * @param high the largest number, or the most bytes
 */
record FieldLimit(int count, Kind kind, long low, long high) {
  enum Kind {
    /** A text, bytes or a part (message) of at most {@code high} bytes as sent. */
    BYTES,
    /** A number from {@code low} to {@code high}. */
    RANGE,
    /** A value we know; others, from later clients, are read as absent. */
    KNOWN,
    /** A session description: 128 kB, and more for whoever receives many tracks. */
    DESCRIPTION
  }

  /** Reads {@code 256 bytes}, {@code 0..9}, {@code flag}, {@code known}, {@code description}. */
  static FieldLimit read(int count, String text) {
    if (text.equals("known")) {
      return new FieldLimit(count, Kind.KNOWN, 0, 0);
    }
    if (text.equals("description")) {
      return new FieldLimit(count, Kind.DESCRIPTION, 0, 0);
    }
    if (text.equals("flag")) {
      return new FieldLimit(count, Kind.RANGE, 0, 1);
    }
    if (text.equals("any")) {
      return new FieldLimit(count, Kind.RANGE, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    int dots = text.indexOf("..");
    if (dots > 0) {
      long low = Long.parseLong(text.substring(0, dots));
      return new FieldLimit(count, Kind.RANGE, low, Long.parseLong(text.substring(dots + 2)));
    }
    if (text.endsWith(" bytes")) {
      return new FieldLimit(
          count, Kind.BYTES, 0, Long.parseLong(text.substring(0, text.length() - 6)));
    }
    throw new IllegalArgumentException("no limit: " + text);
  }
}
