/** Bytes to objects and back: no I/O, no threads, and nothing throws on bad input. */
module parley.wire {
  requires static transitive org.jspecify;

  exports parley.wire.codec;
  exports parley.wire.rtcp;
  exports parley.wire.rtp;
  exports parley.wire.sdp;
  exports parley.wire.stun;
}
