package parley.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import parley.sfu.forward.Forwarder;
import parley.sfu.forward.Router;
import parley.sfu.packet.Drops;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;
import parley.sfu.packet.PayloadTypeMap;
import parley.sfu.packet.PoolShare;
import parley.sfu.packet.SenderClock;
import parley.sfu.receive.Format;
import parley.sfu.receive.PayloadTypes;
import parley.sfu.receive.ReceivePipeline;
import parley.sfu.receive.StreamListener;
import parley.sfu.receive.StreamTable;
import parley.sfu.send.RtpOut;
import parley.sfu.send.SendParameters;
import parley.sfu.send.SendPipeline;
import parley.sfu.transport.srtp.CipherSource;
import parley.sfu.transport.srtp.MasterKey;
import parley.sfu.transport.srtp.SrtpProfile;
import parley.sfu.transport.srtp.SrtpSession;
import parley.wire.rtp.RtpHeader;

/**
 * A camera's stream and its receivers, wired as a room wires them, with packets made on the spot.
 */
final class FanOut implements AutoCloseable {
  private static final int TYPE = 96;
  private static final int SSRC = 7;
  private static final int PAYLOAD = 1_116;
  private static final int PACKETS_PER_FRAME = 8;
  private static final long NANOS_BETWEEN = 4_000_000;

  private final PacketPool pool = new PacketPool(4_096);
  private final PoolShare share = new PoolShare(pool);
  private final Drops drops = new Drops();
  private final Router router = new Router();
  private final MediaPacket packet = new MediaPacket();
  private final PayloadTypes types = new PayloadTypes();
  private final StreamTable streams = new StreamTable();
  private final List<SendPipeline> pipelines = new ArrayList<>();
  private long now = 1_000_000_000L;
  private int count;

  private FanOut() {
    types.media(TYPE, Format.VP8, 90_000, true);
    ReceivePipeline stream =
        new ReceivePipeline(Layer.HIGH, drops, router, new Nobody(), new SenderClock());
    streams.announce("0", "", SSRC, 0, stream);
  }

  static FanOut to(int receivers, String cipher) {
    FanOut fanOut = new FanOut();
    for (int i = 0; i < receivers; i++) {
      fanOut.add(1_000 + i, outTo(cipher));
    }
    return fanOut;
  }

  private static RtpOut outTo(String cipher) {
    if (cipher.equals("none")) {
      return (header, source, offset, length, again) -> {
        header.release();
        return true;
      };
    }
    CipherSource source =
        cipher.equals("portable") ? CipherSource.PORTABLE : CipherSource.fastest();
    SrtpProfile profile = SrtpProfile.AES_128_GCM;
    MasterKey key = new MasterKey(new byte[profile.keyLength()], new byte[profile.saltLength()]);
    SrtpSession session = new SrtpSession(source, profile, key, key);
    return (header, shared, offset, length, again) -> {
      boolean leaves = session.sealRtp(header, shared, offset, length) == null;
      header.release();
      return leaves;
    };
  }

  private void add(int ssrc, RtpOut out) {
    PayloadTypeMap map = new PayloadTypeMap();
    map.map(TYPE, 120, 121);
    SendParameters parameters = new SendParameters(ssrc, ssrc + 500, "3", 4, 5, map, 512);
    SendPipeline pipeline = new SendPipeline(parameters, 90_000, share, drops, out);
    pipelines.add(pipeline);
    Forwarder forwarder =
        new Forwarder(
            router,
            1,
            map,
            drops,
            (received, rewritten) -> pipeline.send(received, rewritten, now));
    forwarder.flow(true);
    router.add(forwarder);
  }

  /** Receives one packet and forwards it to all. */
  void nextPacket() {
    PacketBuffer buffer = pool.take();
    if (buffer == null) {
      throw new IllegalStateException("the pool is empty");
    }
    share.charge(buffer);
    write(buffer);
    buffer.arrivedAt(now);
    packet.wrap(buffer);
    int index = streams.find(packet.rtp(), types);
    streams.pipeline(index).receive(packet, streams.isRtx(index), types);
    buffer.release();
    now += NANOS_BETWEEN;
    count++;
  }

  private void write(PacketBuffer buffer) {
    int at = buffer.offset();
    int frame = count / PACKETS_PER_FRAME;
    boolean first = count % PACKETS_PER_FRAME == 0;
    boolean last = count % PACKETS_PER_FRAME == PACKETS_PER_FRAME - 1;
    RtpHeader.write(
        buffer.bytes(), at, RtpHeader.markerAndType(last, TYPE), count, frame * 3_000, SSRC);
    buffer.bytes().putShort(at + 12, (short) (first ? 0x90E0 : 0x80E0));
    buffer.bytes().putShort(at + 14, (short) (0x8000 | frame));
    buffer.bytes().put(at + 16, (byte) frame).put(at + 17, (byte) 0).put(at + 18, (byte) 0);
    buffer.window(at, 12 + PAYLOAD);
  }

  @Override
  public void close() {
    pipelines.forEach(SendPipeline::close);
  }

  /** A sender that nobody can reach. */
  private static final class Nobody implements StreamListener {
    @Override
    public void ssrcKnown(ReceivePipeline stream) {}

    @Override
    public void requestKeyframe(int ssrc) {}
  }
}
