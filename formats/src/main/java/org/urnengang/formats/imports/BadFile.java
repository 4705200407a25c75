package org.urnengang.formats.imports;

/** A whole file cannot be read; the import ends, whatever else it was given. */
final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusedRow refused;

  BadFile(RefusedRow refused) {
    super(refused.sentence());
    this.refused = refused;
  }

  static BadFile of(String file, String reason) {
    return new BadFile(RefusedRow.file(file, reason));
  }

  RefusedRow refused() {
    return refused;
  }
}
