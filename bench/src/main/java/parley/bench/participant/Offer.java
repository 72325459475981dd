package parley.bench.participant;

import java.util.List;

/** Writes the offers of a client with the codecs Opus and VP8 (RFC 8829). */
final class Offer {
  static final int OPUS = 111;
  static final int VP8 = 96;
  static final int RTX = 97;
  static final int MID_EXTENSION = 4;
  static final int LEVEL_EXTENSION = 1;
  static final int RID_EXTENSION = 10;

  private Offer() {}

  static String write(List<Section> sections, String ufrag, String password, String fingerprint) {
    StringBuilder sdp = new StringBuilder(2048);
    sdp.append("v=0\r\no=- 4611 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE");
    sections.forEach(section -> sdp.append(' ').append(section.mid()));
    sdp.append("\r\na=msid-semantic: WMS *\r\n");
    for (Section section : sections) {
      boolean audio = section.kind().equals("audio");
      sdp.append("m=").append(section.kind()).append(" 9 UDP/TLS/RTP/SAVPF ");
      sdp.append(audio ? "111" : "96 97").append("\r\nc=IN IP4 0.0.0.0\r\n");
      sdp.append("a=ice-ufrag:").append(ufrag).append("\r\na=ice-pwd:").append(password);
      sdp.append("\r\na=fingerprint:").append(fingerprint).append("\r\na=setup:actpass\r\n");
      sdp.append("a=mid:").append(section.mid()).append("\r\n");
      sdp.append("a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\r\n");
      if (audio) sdp.append("a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\r\n");
      sdp.append(section.sends() ? "a=sendonly\r\n" : "a=recvonly\r\n");
      sdp.append("a=rtcp-mux\r\na=rtcp-rsize\r\n");
      codecs(sdp, audio);
      if (section.sends()) sent(sdp, section);
    }
    return sdp.toString();
  }

  private static void codecs(StringBuilder sdp, boolean audio) {
    if (audio) {
      sdp.append("a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\n");
      return;
    }
    sdp.append("a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\na=rtcp-fb:96 nack pli\r\n");
    sdp.append("a=rtcp-fb:96 ccm fir\r\na=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\n");
  }

  private static void sent(StringBuilder sdp, Section section) {
    sdp.append("a=msid:- ").append(section.track()).append("\r\n");
    if (section.rids().isEmpty()) {
      sdp.append("a=ssrc:").append(Integer.toUnsignedString(section.ssrc()));
      sdp.append(" cname:synthetic\r\n");
      return;
    }
    sdp.append("a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\n");
    section.rids().forEach(rid -> sdp.append("a=rid:").append(rid).append(" send\r\n"));
    sdp.append("a=simulcast:send ").append(String.join(";", section.rids())).append("\r\n");
  }
}
