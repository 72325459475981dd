package parley.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One received packet of 1,128 bytes on its way to 50 receivers: read, select, rewrite, keep,
 * stamp, and (as asked) encrypt for each. The score is the time a forwarded packet takes, sockets
 * left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ForwardBenchmark {
  private static final int RECEIVERS = 50;

  /** Who encrypts: nobody, the Java platform, or libcrypto. */
  @Param({"none", "portable", "fastest"})
  public String cipher = "none";

  private FanOut fanOut = FanOut.to(0, "none");

  @Setup
  public void prepare() {
    fanOut = FanOut.to(RECEIVERS, cipher);
  }

  @TearDown
  public void release() {
    fanOut.close();
  }

  @Benchmark
  @OperationsPerInvocation(RECEIVERS)
  public void forward() {
    fanOut.nextPacket();
  }
}
