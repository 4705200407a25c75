package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ununterbrochener Aufenthalt: dwellings of which each begins when the one before ends. */
record Stay(LocalDate from, LocalDate until) {

  /** The stays that these dwellings make, the earliest first. */
  static List<Stay> of(List<Dwelling> dwellings, Predicate<Dwelling> counts) {
    List<Dwelling> counted = new ArrayList<>(dwellings.size());
    for (Dwelling dwelling : dwellings) {
      if (counts.test(dwelling)) {
        counted.add(dwelling);
      }
    }
    counted.sort(Comparator.comparing(Dwelling::from));
    List<Stay> stays = new ArrayList<>(counted.size());
    for (Dwelling dwelling : counted) {
      append(stays, new Stay(dwelling.from(), dwelling.lastDay()));
    }
    return stays;
  }

  private static void append(List<Stay> stays, Stay next) {
    if (!stays.isEmpty() && stays.getLast().reaches(next.from)) {
      Stay last = stays.removeLast();
      stays.add(new Stay(last.from, last.until.isAfter(next.until) ? last.until : next.until));
    } else {
      stays.add(next);
    }
  }

  /** Whether no day lies between its end and this one. */
  private boolean reaches(LocalDate day) {
    return until.equals(LocalDate.MAX) || !day.isAfter(until.plusDays(1));
  }

  boolean holds(LocalDate day) {
    return !from.isAfter(day) && !until.isBefore(day);
  }

  /** The stay that lasts on a day. */
  static Optional<Stay> on(LocalDate day, List<Stay> stays) {
    return stays.stream().filter(stay -> stay.holds(day)).findFirst();
  }
}
