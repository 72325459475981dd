package parley.mediaserver.negotiate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.sfu.DtlsFingerprint;
import parley.sfu.IceCredentials;
import parley.sfu.RemoteTransport;
import parley.wire.sdp.MediaSection;
import parley.wire.sdp.SessionDescription;

/**
 * A client's offer that can be answered: readable, every section with a mid of its own, one
 * transport for all.
 *
 * @param description the offer
 * @param id the client's number for it, to be echoed; 0 from some clients
 * @param transport its ICE credentials and fingerprint
 * @param codecs what of each section we can forward; found here, off the room's thread
 */
public record Offer(
    SessionDescription description, int id, RemoteTransport transport, List<CodecChoice> codecs) {

  private static final Map<String, Integer> HASH_BYTES =
      Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

  /** Reads an offer; null when it cannot be answered. */
  public static @Nullable Offer parse(String sdp, int id) {
    SessionDescription description = SessionDescription.parse(sdp);
    if (description == null || !midsAreGood(description)) {
      return null;
    }
    RemoteTransport transport = transport(description);
    if (transport == null) {
      return null;
    }
    List<CodecChoice> codecs = description.media().stream().map(CodecChoice::of).toList();
    return new Offer(description, id, transport, codecs);
  }

  /** Firefox, told by its origin line; it is not given {@code ice-lite}. */
  boolean firefox() {
    return description.origin().username().startsWith("mozilla");
  }

  private static boolean midsAreGood(SessionDescription description) {
    Set<String> mids = new HashSet<>();
    for (MediaSection section : description.media()) {
      String mid = section.mid();
      if (mid == null || mid.isEmpty() || mid.length() > 16 || !mids.add(mid)) {
        return false;
      }
    }
    return !mids.isEmpty();
  }

  /** Of the first section that is not rejected: everything is bundled into it. */
  private static @Nullable RemoteTransport transport(SessionDescription description) {
    for (MediaSection section : description.media()) {
      if (!section.rejected()) {
        String ufrag = description.inherited(section, "ice-ufrag");
        String pwd = description.inherited(section, "ice-pwd");
        String fingerprint = description.inherited(section, "fingerprint");
        return ufrag == null || pwd == null || fingerprint == null
            ? null
            : transport(ufrag, pwd, fingerprint);
      }
    }
    return null;
  }

  private static @Nullable RemoteTransport transport(String ufrag, String pwd, String fingerprint) {
    int space = fingerprint.indexOf(' ');
    if (space < 0 || ufrag.length() < 4 || pwd.length() < 22 || ufrag.length() > 256) {
      return null;
    }
    try {
      DtlsFingerprint parsed =
          DtlsFingerprint.parse(fingerprint.substring(0, space), fingerprint.substring(space + 1));
      Integer length = HASH_BYTES.get(parsed.algorithm());
      if (length == null || length != parsed.value().length) {
        return null;
      }
      return new RemoteTransport(new IceCredentials(ufrag, pwd), parsed);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
