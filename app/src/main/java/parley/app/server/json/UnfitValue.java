package parley.app.server.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value of a request that its field does not take; the message is a sentence for people. */
public final class UnfitValue extends MismatchedInputException {
  private static final long serialVersionUID = 1L;

  UnfitValue(JsonParser parser, String sentence) {
    super(parser, sentence);
  }
}
