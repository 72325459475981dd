package parley.mediaserver.room;

/** Failures as one line of a log. */
final class Failures {
  private Failures() {}

  /** What failed and where; whoever can repeat it must not fill a disk with traces. */
  static String oneLine(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String text = failure.toString().replaceAll("\\s+", " ");
    return trace.length == 0 ? text : text + " at " + trace[0];
  }
}
