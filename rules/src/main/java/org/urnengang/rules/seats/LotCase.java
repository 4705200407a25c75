package org.urnengang.rules.seats;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Losfall (§ 6 Abs. 2 Satz 4 BWahlG 2013, § 5 Abs. 3 BWahlG 2023): equal candidates claim more
 * seats than are open.
 *
 * @param stage where in the law the lot is needed
 * @param seats number of seats distributed at that stage
 * @param candidates those among whom the lot is drawn
 * @param seatsOpen how many of them win, at least 1 and fewer than the candidates
 */
public record LotCase(Stage stage, int seats, SortedSet<String> candidates, int seatsOpen) {
  public LotCase {
    candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
    if (seatsOpen < 1 || seatsOpen >= candidates.size()) {
      throw new IllegalArgumentException(stage + ": " + seatsOpen + " von " + candidates);
    }
  }

  public LotCase(Stage stage, int seats, Collection<String> candidates, int seatsOpen) {
    this(stage, seats, new TreeSet<>(candidates), seatsOpen);
  }
}
