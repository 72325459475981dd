package parley.mediaserver.negotiate;

import java.util.ArrayList;
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
 * @param sections its sections; all that is looked for in their lines is found here, off the room's
 *     thread
 */
public record Offer(
    SessionDescription description,
    int id,
    RemoteTransport transport,
    List<OfferedSection> sections) {

  private static final Map<String, Integer> HASH_BYTES =
      Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

  /** Reads an offer; null when it cannot be answered. */
  public static @Nullable Offer parse(String sdp, int id) {
    SessionDescription description = SessionDescription.parse(sdp);
    if (description == null) {
      return null;
    }
    List<OfferedSection> sections = sections(description);
    RemoteTransport transport = transport(description);
    return sections.isEmpty() || transport == null
        ? null
        : new Offer(description, id, transport, sections);
  }

  /** Firefox, told by its origin line; it is not given {@code ice-lite}. */
  boolean firefox() {
    return description.origin().username().startsWith("mozilla");
  }

  /** Empty unless every section has a mid of its own. */
  private static List<OfferedSection> sections(SessionDescription description) {
    Set<String> mids = new HashSet<>();
    List<OfferedSection> sections = new ArrayList<>();
    for (MediaSection section : description.media()) {
      String mid = section.mid();
      if (mid == null || mid.isEmpty() || mid.length() > 16 || !mids.add(mid)) {
        return List.of();
      }
      sections.add(OfferedSection.of(section, mid));
    }
    return sections;
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
    if (space < 0
        || ufrag.length() < 4
        || pwd.length() < 22
        || ufrag.length() > 256
        || pwd.length() > 256) {
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
