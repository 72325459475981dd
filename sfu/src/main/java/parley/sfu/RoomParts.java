package parley.sfu;

import java.util.SplittableRandom;
import parley.sfu.packet.PoolShare;
import parley.sfu.transport.MediaLoop;

/** What all participants of a room share. */
record RoomParts(
    MediaLoop loop,
    RoomTime time,
    Traffic traffic,
    MediaLimits limits,
    PoolShare buffers,
    SplittableRandom random) {}
