package org.urnengang.formats.imports;

/** One row cannot be taken over; the next one is read all the same. */
final class BadRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusedRow refused;

  BadRow(RefusedRow refused) {
    super(refused.sentence());
    this.refused = refused;
  }

  RefusedRow refused() {
    return refused;
  }
}
