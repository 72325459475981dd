package parley.sfu.transport.dtls;

import parley.sfu.transport.srtp.MasterKey;
import parley.sfu.transport.srtp.SrtpProfile;

/**
 * What a handshake agreed on.
 *
 * @param ours what we encrypt with
 * @param theirs what the other side encrypts with
 */
public record DtlsKeys(SrtpProfile profile, MasterKey ours, MasterKey theirs) {
  static final String EXPORT_LABEL = "EXTRACTOR-dtls_srtp";
}
