package parley.sfu.transport.srtp;

import parley.sfu.packet.PacketBuffer;

/**
 * Encrypts and authenticates the packets of one direction, or undoes it. For one thread. Lengths
 * were checked before; a packet index is never used for sealing two different texts.
 */
interface PacketCipher extends AutoCloseable {
  /** Bytes that sealing adds to an RTP packet. */
  int rtpOverhead();

  /** Bytes that sealing adds to an RTCP compound: the tag and the index. */
  int rtcpOverhead();

  /**
   * Encrypts the payload behind the header and widens the window over payload and tag.
   *
   * @param header its window is exactly the RTP header
   * @param source holds the payload; may be the header's own buffer with the payload in place
   * @param index rollover counter and sequence number, 48 bits
   */
  void sealRtp(PacketBuffer header, PacketBuffer source, int from, int length, long index);

  /**
   * Decrypts in place and takes the tag off the window; false if it is forged, the bytes are then
   * undefined.
   */
  boolean openRtp(PacketBuffer packet, int headerLength, long index);

  /** Encrypts in place and widens the window over tag and index. */
  void sealRtcp(PacketBuffer compound, int index);

  /** The last word that names the SRTCP index: its first bit says encrypted (RFC 3711 §3.4). */
  int rtcpIndexWord(PacketBuffer compound);

  /** Decrypts in place and takes tag and index off the window; false if it is forged. */
  boolean openRtcp(PacketBuffer compound, int indexWord);

  /** Forgets the keys. */
  @Override
  void close();
}
