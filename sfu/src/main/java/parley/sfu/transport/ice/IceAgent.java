package parley.sfu.transport.ice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.transport.net.Route;
import parley.wire.stun.Stun;
import parley.wire.stun.StunMessage;

/**
 * The lite, controlled side of ICE for one connection. On its loop only.
 *
 * <p>Only a check that proves our password opens a path. Media goes to the path that the other side
 * nominated last; as long as it nominated none, to the first that was checked. When that one has
 * been quiet for a while and a check comes in elsewhere, the address has changed. But whoever saw a
 * check can send it from elsewhere: except for the very first, media moves only once the other side
 * has answered a check of ours from there.
 */
public final class IceAgent {
  private static final int MOST_PATHS = 16;
  private static final long QUIET_NANOS = Duration.ofSeconds(3).toNanos();
  private static final long FORGET_NANOS = Duration.ofSeconds(30).toNanos();

  private final PathListener listener;
  private final CheckAnswers answers;
  private final TriggeredChecks questions;
  private final SeenChecks seen = new SeenChecks();
  private final List<Path> paths = new ArrayList<>(2);
  private IceCredentials current;
  private @Nullable IceCredentials previous;
  private long generation;
  private @Nullable Path selected;
  private boolean nominated;
  private boolean found;
  private long asked;
  private long decided;

  /** An agent that nobody has found yet. */
  public IceAgent(
      IceCredentials credentials,
      CheckAnswers answers,
      TriggeredChecks questions,
      PathListener listener) {
    this.current = credentials;
    this.answers = answers;
    this.questions = questions;
    this.listener = listener;
  }

  /** The other side's credentials, from its SDP; new ones after an ICE restart. */
  public void remote(String ufrag, String pwd) {
    questions.remote(ufrag, pwd);
  }

  /** What to tell the other side. */
  public IceCredentials credentials() {
    return current;
  }

  /** The credentials before the last restart, which still work; null if there are none. */
  public @Nullable IceCredentials previousCredentials() {
    return previous;
  }

  /** Where to send; null before the first check, or after all paths were lost. */
  public @Nullable Path selected() {
    return selected;
  }

  /**
   * New credentials (RFC 8445 §9); the present ones become the previous ones, and paths stay until
   * they fall silent.
   */
  public void restart(IceCredentials fresh) {
    previous = current;
    current = fresh;
    generation++;
  }

  /**
   * Answers a Binding request whose USERNAME named us.
   *
   * @param ufrag the first half of that USERNAME
   * @return null if it was answered, or why it is dropped in silence
   */
  public @Nullable DropReason check(StunMessage request, String ufrag, Route from, long nowNanos) {
    IceCredentials credentials = named(ufrag);
    if (credentials == null) {
      return DropReason.STUN_UNKNOWN_USERNAME;
    }
    if (!request.authenticatedBy(credentials.key())
        || (request.has(Stun.FINGERPRINT) && !request.fingerprintIsRight())) {
      return DropReason.STUN_FORGED;
    }
    if (!seen.admits(request.transactionId(), from.remote())) {
      return DropReason.STUN_REPLAYED;
    }
    if (!answers.answer(request, credentials, from)) {
      return null;
    }
    boolean isCurrent = credentials.ufrag().equals(current.ufrag());
    Path path = open(from, nowNanos);
    if (isCurrent) {
      path.checkedIn(generation);
    }
    boolean nominates = request.has(Stun.USE_CANDIDATE);
    path.checked(from, nominates);
    decide(path, nominates, request, nowNanos);
    if (path.proven()) {
      path.heard(nowNanos);
      listener.checked(path);
    }
    return null;
  }

  /**
   * An answer to a check of ours.
   *
   * @return null if the other side is there, or why the answer is dropped
   */
  public @Nullable DropReason answered(StunMessage answer, Route from, long nowNanos) {
    Path path = find(from);
    TriggeredChecks.Question question = path == null ? null : path.question();
    if (path == null || question == null) {
      return DropReason.STUN_UNEXPECTED;
    }
    DropReason refused = questions.refuse(answer, path);
    if (refused != null) {
      return refused;
    }
    path.ask(null);
    path.prove();
    if (question.order > decided && wanted(path, question.nominates, nowNanos)) {
      decided = question.order;
      select(path, question.nominates);
    }
    path.heard(nowNanos);
    listener.checked(path);
    return null;
  }

  private @Nullable IceCredentials named(String ufrag) {
    if (ufrag.equals(current.ufrag())) {
      return current;
    }
    return previous != null && ufrag.equals(previous.ufrag()) ? previous : null;
  }

  private Path open(Route from, long nowNanos) {
    Path known = find(from);
    if (known != null) {
      return known;
    }
    if (paths.size() >= MOST_PATHS) {
      close(quietest());
    }
    Path path = new Path(this, from);
    path.heard(nowNanos);
    paths.add(path);
    listener.opened(path);
    return path;
  }

  private @Nullable Path find(Route from) {
    for (Path path : paths) {
      if (path.route().sameRemote(from)) {
        return path;
      }
    }
    return null;
  }

  private Path quietest() {
    Path quietest = paths.getFirst();
    for (Path path : paths) {
      if (!path.equals(selected) && (quietest.equals(selected) || givenUpBefore(path, quietest))) {
        quietest = path;
      }
    }
    return quietest;
  }

  private static boolean givenUpBefore(Path path, Path other) {
    return path.proven() == other.proven()
        ? path.lastHeardNanos() - other.lastHeardNanos() < 0
        : other.proven();
  }

  private void decide(Path path, boolean nominates, StunMessage request, long nowNanos) {
    if (path.equals(selected)) {
      if (nominates) {
        nominated = true;
        decided = ++asked;
      }
    } else if (!found) {
      found = true;
      path.prove();
      select(path, nominates);
    } else if (wanted(path, nominates, nowNanos)) {
      ask(path, nominates, request, nowNanos);
    }
  }

  /** Whether media should go there, if the other side is there. */
  private boolean wanted(Path path, boolean nominates, long nowNanos) {
    Path present = selected;
    if (present == null || nowNanos - present.lastHeardNanos() > QUIET_NANOS) {
      return true;
    }
    return nominates
        ? path.generation() >= present.generation()
        : path.generation() > present.generation() && !nominated;
  }

  private void ask(Path path, boolean nominates, StunMessage request, long nowNanos) {
    TriggeredChecks.Question question = path.question();
    if (question == null || nominates && !question.nominates) {
      String username = request.text(Stun.USERNAME);
      int colon = username == null ? -1 : username.indexOf(':');
      if (username == null || colon < 0) {
        return;
      }
      String ours = username.substring(0, colon);
      question = new TriggeredChecks.Question(++asked, ours, username.substring(colon + 1));
      question.nominates = nominates;
      path.ask(question);
    }
    questions.ask(path, nowNanos);
  }

  private void select(Path path, boolean nominates) {
    selected = path;
    nominated = nominates;
  }

  /** Forgets paths that have long been silent, asks again. To be called now and then. */
  public void tidy(long nowNanos) {
    for (Path path : List.copyOf(paths)) {
      if (nowNanos - path.lastHeardNanos() > FORGET_NANOS) {
        close(path);
      } else {
        questions.ask(path, nowNanos);
      }
    }
  }

  /** A route that no longer exists, or now belongs to somebody else. */
  public void close(Path path) {
    if (!paths.remove(path)) {
      return;
    }
    listener.closed(path);
    if (path.equals(selected)) {
      selected = latest();
    }
  }

  private @Nullable Path latest() {
    Path latest = null;
    for (Path path : paths) {
      boolean later = latest == null || path.lastHeardNanos() - latest.lastHeardNanos() > 0;
      if (path.proven() && later) {
        latest = path;
      }
    }
    return latest;
  }

  /** Forgets all paths. */
  public void close() {
    List.copyOf(paths).forEach(this::close);
  }
}
