package parley.app.server.http;

import parley.app.shared.Refusal;

/** The refusal that stands for a status where nothing more is known. */
final class ByStatus {
  private ByStatus() {}

  static Refusal refusal(int status) {
    return switch (status) {
      case 400 -> new Refusal(400, "invalid_request", "The request is not valid.");
      case 401 -> Refusal.notLoggedIn();
      case 403 -> Refusal.notAllowed();
      case 404 -> Refusal.notFound();
      case 405 -> new Refusal(405, "method_not_allowed", "This address does not know that method.");
      case 406 -> new Refusal(406, "not_acceptable", "This address answers in another format.");
      case 408 -> new Refusal(408, "too_slow", "The request took too long to arrive.");
      case 413 -> new Refusal(413, "too_large", "The request is too large.");
      case 414 -> new Refusal(414, "address_too_long", "This address is too long.");
      case 415 ->
          new Refusal(415, "unsupported_media_type", "This address needs application/json.");
      case 416 ->
          new Refusal(416, "range_not_satisfiable", "There is no such part of what is here.");
      case 417 -> new Refusal(417, "expectation_failed", "What the request expects is not done.");
      case 431 -> new Refusal(431, "head_too_large", "The head of the request is too large.");
      case 503 -> new Refusal(503, "unavailable", "Parley is not available just now.");
      default ->
          status < 500
              ? new Refusal(status, "refused", "The request was refused.")
              : new Refusal(status, "internal_error", "Something went wrong on our side.");
    };
  }
}
