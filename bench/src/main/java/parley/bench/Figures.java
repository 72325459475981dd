package parley.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What one load measured.
 *
 * @param forwarded packets that reached a receiver within the window
 * @param expected packets that should have, by the sequence numbers since joining
 * @param received packets that did since joining
 * @param cpu of the server within the window
 * @param joins time from the click (HTTP join) to the connected transport, each
 * @param pictures time from the click to the first packet of somebody else, each
 */
record Figures(
    LoadPlan plan,
    Duration window,
    long forwarded,
    long expected,
    long received,
    Duration cpu,
    long memoryBefore,
    long memoryAfter,
    List<Duration> joins,
    List<Duration> pictures) {

  String line() {
    double seconds = window.toNanos() / 1e9;
    double cpuSeconds = cpu.toNanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "%s: %d people, %.0f packets/s forwarded, loss %.3f %%, %.2f µs CPU a packet"
            + " (%.0f packets a CPU second), %.2f cores, %.0f kB a person,"
            + " join %d/%d ms, first packet %d/%d ms (median/p95)",
        plan.name(),
        plan.people().size(),
        forwarded / seconds,
        expected == 0 ? 0 : Math.max(0, 100.0 * (expected - received) / expected),
        forwarded == 0 ? 0 : cpuSeconds * 1e6 / forwarded,
        cpuSeconds == 0 ? 0 : forwarded / cpuSeconds,
        cpuSeconds / seconds,
        (memoryAfter - memoryBefore) / 1000.0 / plan.people().size(),
        quantile(joins, 0.5),
        quantile(joins, 0.95),
        quantile(pictures, 0.5),
        quantile(pictures, 0.95));
  }

  private static long quantile(List<Duration> values, double share) {
    if (values.isEmpty()) return 0;
    List<Duration> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())).toMillis();
  }
}
