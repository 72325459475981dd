package parley.sfu;

/** What a participant's SDP says about its transport. */
public record RemoteTransport(IceCredentials credentials, DtlsFingerprint fingerprint) {}
