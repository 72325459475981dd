package parley.sfu;

import java.util.SplittableRandom;
import parley.sfu.transport.MediaLoop;

/** What all participants of a room share. */
record RoomParts(MediaLoop loop, RoomTime time, Traffic traffic, SplittableRandom random) {}
