package parley.sfu.receive;

/** What a stream has to say to its track. */
public interface StreamListener {
  /** Its SSRC became known, or is another one now. */
  void ssrcKnown(ReceivePipeline stream);

  /** Asks the sender for a keyframe. */
  void requestKeyframe(int ssrc);
}
