/** Rooms that forward media. */
module parley.sfu {
  requires transitive parley.wire;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.tls;
  requires org.bouncycastle.util;
  requires org.bouncycastle.pkix;

  exports parley.sfu;
  exports parley.sfu.packet;
}
