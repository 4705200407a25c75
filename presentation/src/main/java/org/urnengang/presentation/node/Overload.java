package org.urnengang.presentation.node;

/** More documents are asked for than can be written; whoever asks should come again. */
final class Overload extends RuntimeException {
  /** Seconds after which it is worth to ask again. */
  static final String RETRY_AFTER = "2";

  private static final long serialVersionUID = 1L;

  Overload() {
    super("zu viele Seiten auf einmal", null, false, false);
  }
}
