package org.urnengang.rules.election;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ergebnis der Vergleichswahl: how the same areas voted last time, as far as they are comparable.
 *
 * @param name name of that election, {@code Bundestagswahl 2013}
 * @param date its day
 * @param source where its figures come from
 * @param figures for each comparable area the numbers by letter; Dn and Fn are the votes that this
 *     election's option n had then, absent if it did not stand
 */
public record Previous(
    String name,
    LocalDate date,
    String source,
    SortedMap<String, SortedMap<String, Integer>> figures) {
  public Previous {
    SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
    figures.forEach(
        (area, known) -> copy.put(area, Collections.unmodifiableSortedMap(new TreeMap<>(known))));
    figures = Collections.unmodifiableSortedMap(copy);
    for (Map<String, Integer> known : figures.values()) {
      if (known.values().stream().anyMatch(count -> count < 0)) {
        throw new InvalidElection(name + ": eine Zahl ist kleiner als 0");
      }
    }
  }

  /** The figures of an area, empty where it cannot be compared. */
  public Optional<SortedMap<String, Integer>> of(String area) {
    return Optional.ofNullable(figures.get(area));
  }
}
