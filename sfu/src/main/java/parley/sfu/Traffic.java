package parley.sfu;

import java.util.concurrent.atomic.LongAdder;
import parley.sfu.packet.Drops;

/** Counters of all rooms of a loop; any thread reads them. */
record Traffic(LongAdder received, LongAdder sent, Drops drops) {
  static Traffic countingDrops(Drops drops) {
    return new Traffic(new LongAdder(), new LongAdder(), drops);
  }
}
