package org.urnengang.rules.plausibility;

import org.urnengang.rules.record.Letters;

/** Summed votes of several districts of one kind. */
final class Totals {
  final long[] lines;
  long valid;
  long invalid;
  long fromRoll;
  long eligible;

  Totals(int options) {
    lines = new long[options];
  }

  /** Adds a district, or takes it away again with {@code times} −1. */
  void add(Counted counted, int vote, int times) {
    for (int line = 0; line < lines.length; line++) {
      lines[line] += (long) times * counted.line(vote, line + 1);
    }
    valid += times * counted.valid(vote);
    invalid += (long) times * counted.invalid(vote);
    if (counted.hasTurnout()) {
      fromRoll += (long) times * counted.fromRoll();
      eligible += (long) times * counted.at(Letters.A1);
    }
  }

  /** The same without one of its districts. */
  Totals without(Counted counted, int vote) {
    Totals rest = new Totals(lines.length);
    System.arraycopy(lines, 0, rest.lines, 0, lines.length);
    rest.valid = valid;
    rest.invalid = invalid;
    rest.fromRoll = fromRoll;
    rest.eligible = eligible;
    rest.add(counted, vote, -1);
    return rest;
  }
}
