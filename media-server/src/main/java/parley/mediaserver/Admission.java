package parley.mediaserver;

import java.util.LinkedHashMap;
import java.util.Map;
import livekit.LivekitRtc.JoinRequest;
import parley.mediaserver.SignalAnswer.Accepted;
import parley.mediaserver.SignalAnswer.Refused;
import parley.mediaserver.signal.JoinRequests;
import parley.mediaserver.token.TokenRefused;

/** Decides on a request before it is upgraded; statuses and texts are LiveKit's. */
final class Admission {
  private static final int MAX_NAME = 256;
  private static final int MAX_METADATA = 64 * 1024;
  private static final int MAX_ATTRIBUTES = 64 * 1024;
  private static final String PATH = "/rtc/v1";

  private final AccessTokens tokens;
  private final Revocations revocations;
  private final Doorway doorway;

  /** What there is to enter. */
  interface Doorway {
    boolean exists(String room);

    boolean hasPlace(String room, String identity);

    /** Whether this identity has not asked too often; counts this time. */
    boolean unhurried(String room, String identity);

    /** How many tracks there are to receive in a room. */
    int tracks(String room);
  }

  Admission(AccessTokens tokens, Revocations revocations, Doorway doorway) {
    this.tokens = tokens;
    this.revocations = revocations;
    this.doorway = doorway;
  }

  /** Upgrade only at {@code /rtc/v1}. */
  SignalAnswer upgrade(SignalRequest request) {
    return path(request).equals(PATH) ? check(request) : new Refused(404, "");
  }

  /** What an upgrade would be told; 200 {@code success} when it would be accepted. */
  Refused validate(SignalRequest request) {
    if (!path(request).equals(PATH + "/validate")) {
      return new Refused(404, "");
    }
    return check(request) instanceof Refused refused ? refused : new Refused(200, "success");
  }

  private SignalAnswer check(SignalRequest request) {
    try {
      AccessTokens.Verified verified = tokens.verify(token(request));
      AccessToken token = verified.token();
      requireNames(token, verified.mayJoin());
      if (revocations.isRevoked(token.room(), token.identity(), verified.issuedAt())) {
        throw new No(401, "token is no longer valid");
      }
      require(
          doorway.unhurried(token.room(), token.identity()),
          429,
          "too many connections; wait a moment");
      JoinRequest join = joinRequest(request, doorway.tracks(token.room()));
      AccessToken amended = amended(token, join);
      require(doorway.exists(token.room()), 404, "requested room does not exist");
      require(doorway.hasPlace(token.room(), token.identity()), 503, "room is full");
      return new Accepted(new JoinTicket(amended, join, verified.issuedAt()));
    } catch (TokenRefused e) {
      return new Refused(401, String.valueOf(e.getMessage()));
    } catch (JoinRequests.Undecodable e) {
      return new Refused(400, String.valueOf(e.getMessage()));
    } catch (No no) {
      return new Refused(no.status, String.valueOf(no.getMessage()));
    }
  }

  private static String path(SignalRequest request) {
    String path = request.path();
    int start = 0;
    while (start + 1 < path.length() && path.charAt(start + 1) == '/') {
      start++;
    }
    return path.substring(start);
  }

  private static String token(SignalRequest request) throws No {
    String header = request.authorization();
    if (header != null) {
      if (!header.startsWith("Bearer ")) {
        throw new No(401, "invalid authorization header. Must start with Bearer ");
      }
      return header.substring("Bearer ".length());
    }
    String parameter = request.query().get("access_token");
    if (parameter == null || parameter.isEmpty()) {
      throw new No(401, "no permissions to access the room");
    }
    return parameter;
  }

  private static void requireNames(AccessToken token, boolean mayJoin) throws No {
    require(mayJoin, 401, "permissions denied");
    require(!token.room().isEmpty(), 400, "no room name");
    require(!token.identity().isEmpty(), 400, "identity cannot be empty");
    require(
        token.identity().length() <= MAX_NAME,
        400,
        "participant identity length exceeds limits: max length 256");
    require(
        token.room().length() <= MAX_NAME, 400, "room name length exceeds limits: max length 256");
    require(
        token.name().length() <= MAX_NAME,
        400,
        "participant name length exceeds limits: max length 256");
  }

  private static JoinRequest joinRequest(SignalRequest request, int tracks)
      throws JoinRequests.Undecodable {
    return JoinRequests.decode(request.query().getOrDefault("join_request", ""), tracks);
  }

  /** The token with what the join request may add to it. */
  private static AccessToken amended(AccessToken token, JoinRequest join) throws No {
    Map<String, String> wanted = join.getParticipantAttributesMap();
    boolean changes = !join.getMetadata().isEmpty() || !wanted.isEmpty();
    require(
        !changes || token.grants().canUpdateOwnMetadata(),
        401,
        "no permissions to access the room");
    Map<String, String> attributes = new LinkedHashMap<>(token.attributes());
    attributes.putAll(wanted);
    String metadata = join.getMetadata().isEmpty() ? token.metadata() : join.getMetadata();
    require(metadata.length() <= MAX_METADATA, 400, "metadata size exceeds limits");
    require(size(attributes) <= MAX_ATTRIBUTES, 400, "attributes size exceeds limits");
    return new AccessToken(
        token.identity(), token.room(), token.name(), metadata, attributes, token.grants());
  }

  private static int size(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
        .sum();
  }

  private static void require(boolean good, int status, String text) throws No {
    if (!good) {
      throw new No(status, text);
    }
  }

  private static final class No extends Exception {
    private final int status;

    No(int status, String text) {
      super(text, null, false, false);
      this.status = status;
    }
  }
}
