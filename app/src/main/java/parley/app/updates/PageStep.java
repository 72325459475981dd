package parley.app.updates;

import org.jspecify.annotations.Nullable;

/** What a page's writer does next, one after another. */
sealed interface PageStep {
  /**
   * The page wants to read a topic.
   *
   * @param topic as the page wrote it
   * @param after the last number it has seen; null: from now on
   */
  record Subscribe(String topic, @Nullable Long after) implements PageStep {}

  /** The page no longer reads a topic. */
  record Unsubscribe(String topic) implements PageStep {}

  /** An update of a topic the page reads was committed. */
  record Push(Update update) implements PageStep {}

  /** Somebody's rights changed. */
  record Recheck() implements PageStep {}

  /** The page asks whether we are there. */
  record Ping() implements PageStep {}

  /** The connection is over. */
  record End() implements PageStep {}
}
