package parley.mediaserver.negotiate;

import java.util.List;
import parley.sfu.DtlsFingerprint;
import parley.sfu.IceCandidate;
import parley.sfu.IceCredentials;

/** Our side of the transport as answers tell it. */
public record OwnTransport(
    IceCredentials credentials, DtlsFingerprint fingerprint, List<IceCandidate> candidates) {}
