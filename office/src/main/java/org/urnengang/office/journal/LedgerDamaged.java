package org.urnengang.office.journal;

/** The database does not hold what was signed; nothing is signed on top of it. */
final class LedgerDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerDamaged(String message) {
    super(message);
  }
}
