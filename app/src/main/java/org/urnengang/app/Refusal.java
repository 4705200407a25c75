package org.urnengang.app;

/** A command cannot go on; the message says where, what and what to do. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  private Refusal(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command was used wrongly or given something unusable: exit 2. */
  static Refusal wrongUse(String message) {
    return new Refusal(message, 2);
  }

  /** What was asked for did not succeed: exit 1. */
  static Refusal failed(String message) {
    return new Refusal(message, 1);
  }

  int exitCode() {
    return exitCode;
  }
}
