package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gezogenes Los: the recorded outcome of a {@link LotCase}. Who drew it and when stands in the
 * ledger.
 *
 * @param occasion what it was drawn for
 * @param drawn those who won, as many as seats were open
 */
public record Lot(LotCase occasion, SortedSet<String> drawn) {
  public Lot {
    drawn = Collections.unmodifiableSortedSet(new TreeSet<>(drawn));
    if (drawn.size() != occasion.seatsOpen() || !occasion.candidates().containsAll(drawn)) {
      throw new InvalidSeatInput(
          "Los "
              + drawn
              + " passt nicht zu "
              + occasion.seatsOpen()
              + " von "
              + occasion.candidates());
    }
  }
}
