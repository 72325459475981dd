package parley.app.server.startup;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When which step of a start was done. One process starts once, so there is one list. */
public final class StartSteps {
  private static final Queue<Step> steps = new ConcurrentLinkedQueue<>();

  private record Step(long millis, String what) {}

  private StartSteps() {}

  /** Notes that this is done now. */
  public static void done(String what) {
    steps.add(new Step(System.currentTimeMillis(), what));
  }

  /**
   * One line for each step.
   *
   * @param launchedAt nanoseconds since 1970 when the command was typed; 0 if unknown
   */
  static String report(long launchedAt) {
    long javaStart = ManagementFactory.getRuntimeMXBean().getStartTime();
    long begin = launchedAt == 0 ? javaStart : launchedAt / 1_000_000;
    StringBuilder report = new StringBuilder("Start-up, milliseconds since the command:\n");
    line(report, javaStart - begin, "Java started");
    steps.forEach(step -> line(report, step.millis() - begin, step.what()));
    return report.toString();
  }

  private static void line(StringBuilder report, long millis, String what) {
    report.append(String.format(Locale.ROOT, "  %6d  %s%n", millis, what));
  }
}
