package parley.mediaserver;

/** Changes recorded offers the way clients go on from them. */
final class Sdps {
  private Sdps() {}

  /** The section of this mid with another direction. */
  static String direction(String sdp, String mid, String direction) {
    int at = sdp.indexOf("a=mid:" + mid + "\r\n");
    int start = sdp.lastIndexOf("m=", at);
    int next = sdp.indexOf("\r\nm=", at);
    int end = next < 0 ? sdp.length() : next + 2;
    String changed =
        sdp.substring(start, end)
            .replaceAll("a=(sendonly|recvonly|sendrecv|inactive)\r\n", "a=" + direction + "\r\n");
    return sdp.substring(0, start) + changed + sdp.substring(end);
  }

  /** More recvonly audio sections at the end. */
  static String withMoreAudio(String sdp, int count) {
    int start = sdp.indexOf("m=audio");
    String audio = sdp.substring(start, sdp.indexOf("\r\nm=", start) + 2);
    StringBuilder longer = new StringBuilder(sdp);
    for (int i = 0; i < count; i++) {
      longer.append(audio.replace("a=mid:0\r\n", "a=mid:" + (20 + i) + "\r\n"));
    }
    return longer.toString();
  }

  /** The offer after an ICE restart. */
  static String restarted(String sdp) {
    return sdp.replaceAll("a=ice-ufrag:.*\r\n", "a=ice-ufrag:newufrag\r\n");
  }
}
