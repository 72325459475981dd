package parley.app.server.http;

import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Whether a failure only says that the browser went away in the middle of an answer. */
final class ClientGone {
  private ClientGone() {}

  static boolean is(Throwable failure) {
    return failure instanceof AsyncRequestNotUsableException
        || failure.getClass().getSimpleName().equals("ClientAbortException");
  }
}
