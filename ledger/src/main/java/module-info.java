/** The signed, append-only results log, its verifier and the fold from entries to a result. */
@org.jspecify.annotations.NullMarked
module org.urnengang.ledger {
  requires java.net.http;
  requires static org.jspecify;
  requires transitive org.urnengang.rules;

  exports org.urnengang.ledger.entry;
  exports org.urnengang.ledger.fold;
  exports org.urnengang.ledger.json;
  exports org.urnengang.ledger.log;
  exports org.urnengang.ledger.verify;
}
