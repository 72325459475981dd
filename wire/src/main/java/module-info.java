/** Bytes to objects and back: no I/O, no threads, and nothing throws on bad input. */
module parley.wire {
  requires static transitive org.jspecify;

  exports parley.wire.sdp;
  exports parley.wire.stun;
}
