package org.urnengang.ledger.seats;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Verdict;

/**
 * Was die Auszählung nach dem Gesetz ergibt, rechnerisch: provisional until a committee has
 * determined it, and only a trend while districts are missing.
 */
public sealed interface Outcome {

  /** Whether districts are missing. */
  boolean isTrend();

  /** Number of the option that a key of the calculation stands for. */
  SortedMap<String, Integer> numbers();

  /**
   * Sitzverteilung.
   *
   * @param verdict what both calculations say
   * @param districts who won which constituency so far, by its id
   * @param persons who takes the seats of each list; empty where lists are not known
   */
  record Seats(
      boolean isTrend,
      SortedMap<String, Integer> numbers,
      Verdict<SeatResult> verdict,
      SortedMap<String, String> districts,
      SortedMap<String, ListSeats.Filled> persons)
      implements Outcome {
    public Seats {
      numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
      districts = Collections.unmodifiableSortedMap(new TreeMap<>(districts));
      persons = Collections.unmodifiableSortedMap(new TreeMap<>(persons));
    }

    /** Constituencies that a key has won. */
    public List<String> wonBy(String key) {
      return districts.entrySet().stream()
          .filter(entry -> entry.getValue().equals(key))
          .map(java.util.Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * Wahl einer Person.
   *
   * @param verdict what both calculations say
   */
  record Person(
      boolean isTrend, SortedMap<String, Integer> numbers, Verdict<MayorElection.Result> verdict)
      implements Outcome {
    public Person {
      numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }
  }
}
