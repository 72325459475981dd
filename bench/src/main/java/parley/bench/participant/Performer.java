package parley.bench.participant;

import java.util.ArrayList;
import java.util.List;
import parley.bench.clip.VideoClip;
import parley.bench.clip.VoiceClip;
import parley.bench.clip.Vp8Packetizer;

/**
 * Plays a participant's clips into its link: {@link #picture} at the clip's frame rate, {@link
 * #sound} every 20 ms, {@link #reports} once a second. On the links' thread only.
 */
final class Performer {
  private static final int OPUS_TICKS = 960;
  private static final int VIDEO_CLOCK = 90_000;
  private static final int LEVEL = 25;

  private final MediaLink link;
  private final Script script;
  private final List<RtpSender> pictures = new ArrayList<>();
  private final List<Vp8Packetizer> packetizers = new ArrayList<>();
  private final int[] frame;
  private RtpSender sound;
  private int spoken;

  Performer(MediaLink link, Script script, int soundMid, int pictureMid, int firstSsrc) {
    this.link = link;
    this.script = script;
    this.sound = new RtpSender(firstSsrc, Offer.OPUS, soundMid, null);
    List<String> rids = script.rids();
    for (int i = 0; i < rids.size(); i++) {
      String rid = rids.size() > 1 ? rids.get(i) : null;
      pictures.add(new RtpSender(firstSsrc + 1 + i, Offer.VP8, pictureMid, rid));
      packetizers.add(new Vp8Packetizer(firstSsrc + i));
    }
    frame = new int[rids.size()];
  }

  /** Sends the next frame of every layer. */
  void picture() {
    for (int layer = 0; layer < frame.length; layer++) {
      VideoClip clip = script.layers().get(layer);
      RtpSender sender = pictures.get(layer);
      List<byte[]> payloads = packetizers.get(layer).payloads(clip.frames().get(frame[layer]));
      for (int i = 0; i < payloads.size(); i++) {
        sender.send(link, payloads.get(i), i == payloads.size() - 1, -1);
      }
      sender.advance(VIDEO_CLOCK / clip.framesPerSecond());
      frame[layer] = (frame[layer] + 1) % clip.frames().size();
    }
  }

  /** Sends the next 20 ms of voice. */
  void sound() {
    VoiceClip voice = script.voice();
    if (voice == null) return;
    sound.send(link, voice.packets().get(spoken), false, LEVEL);
    sound.advance(OPUS_TICKS);
    spoken = (spoken + 1) % voice.packets().size();
  }

  /** Sends a sender report for each stream. */
  void reports(long epochNanos) {
    if (script.voice() != null) sound.report(link, epochNanos);
    pictures.forEach(sender -> sender.report(link, epochNanos));
  }

  /** Answers a keyframe request: the stream goes on with its clip's first frame. */
  void keyframe(int ssrc) {
    for (int layer = 0; layer < frame.length; layer++) {
      if (pictures.get(layer).ssrc() == ssrc) frame[layer] = 0;
    }
  }
}
