package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.Stage;

/**
 * Verfahren der Zweitstimmendeckung (§ 6 Abs. 1 Satz 2 to 4, Abs. 3 BWahlG 2023): the seats of a
 * list go first to those who won a district, the greatest share of first votes first.
 */
record SecondVoteCoverage(Constituencies constituencies, Working working) {

  /** Districts whose winner keeps the seat; the share of the last one is the one from which on. */
  Allocation<SortedSet<String>> covered(String land, String party, int seats) {
    List<String> won = constituencies.wonBy(land, party);
    if (won.size() <= seats) {
      return working.found(new TreeSet<>(won));
    }
    if (seats == 0) {
      return working.found(new TreeSet<>());
    }
    Fraction least = won.stream().map(this::share).sorted().toList().get(won.size() - seats);
    SortedSet<String> above = new TreeSet<>();
    List<String> equal = new ArrayList<>();
    for (String district : won) {
      int compared = share(district).compareTo(least);
      if (compared > 0) {
        above.add(district);
      } else if (compared == 0) {
        equal.add(district);
      }
    }
    Stage stage = new Stage(Stage.Kind.COVERAGE, land + "/" + party);
    return working
        .choose(stage, seats, equal, seats - above.size(), "§ 6 Abs. 3 BWahlG 2023")
        .then(
            drawn -> {
              above.addAll(drawn);
              return working.found(above);
            });
  }

  /** Erststimmenanteil. */
  private Fraction share(String district) {
    long valid = constituencies.district(district).validFirstVotes();
    return valid == 0 ? Fraction.ZERO : new Fraction(constituencies.winningVotes(district), valid);
  }
}
