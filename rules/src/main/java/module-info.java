/**
 * The law of German elections as pure values and functions: no I/O, clock, randomness or floating
 * point.
 */
@org.jspecify.annotations.NullMarked
module org.urnengang.rules {
  requires static org.jspecify;

  exports org.urnengang.rules.decision;
  exports org.urnengang.rules.election;
  exports org.urnengang.rules.record;
  exports org.urnengang.rules.seats;
  exports org.urnengang.rules.seats.law;
  exports org.urnengang.rules.tally;
}
