package parley.app.shared;

import java.util.Collection;
import java.util.List;

/**
 * Tells whom participant tokens belong to. Implemented by {@code meetings}; asked at every request
 * that brings some.
 */
public interface ParticipantCredentials {
  /** Participant cookies are named with this and the meeting's code behind it. */
  String COOKIE_PREFIX = "parley_p_";

  /** The passes of these tokens; unknown, altered and expired ones are left out. */
  List<ParticipantPass> byTokens(Collection<String> tokens);
}
