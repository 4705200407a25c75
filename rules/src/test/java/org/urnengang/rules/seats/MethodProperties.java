package org.urnengang.rules.seats;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;

/** What voting theory demands of a method; each property returns the first counterexample. */
final class MethodProperties {
  private static final int CASES = 4_000;

  private MethodProperties() {}

  private interface Check {
    Optional<String> counterexample(ApportionmentMethod method, Random random);
  }

  private static Optional<String> search(ApportionmentMethod method, Check check) {
    Random random = new Random(20170924);
    for (int i = 0; i < CASES; i++) {
      Optional<String> found = check.counterexample(method, random);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Other names and another order change nothing but the names, lots included. */
  static Optional<String> anonymity(ApportionmentMethod method) {
    return search(
        method,
        (m, random) -> {
          Distribution question = Distributions.random(random, random.nextInt(3));
          SortedMap<String, String> names = new TreeMap<>();
          List<String> keys = question.claims().stream().map(Claim::key).toList();
          for (int i = 0; i < keys.size(); i++) {
            names.put(keys.get(i), "Q" + (keys.size() - i));
          }
          Allocation<SeatTable> before = m.allocate(question, Lots.none());
          Allocation<SeatTable> after =
              m.allocate(Distributions.renamed(question, names), Lots.none());
          boolean same = sameUnderNames(before, after, names);
          return same ? Optional.empty() : Optional.of(question + " " + before + " " + after);
        });
  }

  private static boolean sameUnderNames(
      Allocation<SeatTable> before, Allocation<SeatTable> after, SortedMap<String, String> names) {
    if (before instanceof Allocated<SeatTable> b && after instanceof Allocated<SeatTable> a) {
      return Distributions.renamed(b.result().seats(), names).equals(a.result().seats());
    }
    return !(before instanceof LotRequired<SeatTable> b
            && after instanceof LotRequired<SeatTable> a)
        || (b.seatsOpen() == a.seatsOpen() && b.candidates().size() == a.candidates().size());
  }

  /** One seat more in the house never takes a seat from anybody, looked at one by one. */
  static Optional<String> houseMonotonicity(ApportionmentMethod method) {
    return search(
        method,
        (m, random) -> {
          Distribution question = Distributions.random(random);
          Distribution larger =
              new Distribution(question.stage(), question.seats() + 1, question.claims());
          return compare(m, question, larger)
              .filter(seats -> seats.values().stream().anyMatch(change -> change < 0))
              .map(seats -> question + " " + seats);
        });
  }

  /** Whoever alone gains votes never loses a seat. */
  static Optional<String> populationMonotonicity(ApportionmentMethod method) {
    return search(
        method,
        (m, random) -> {
          Distribution question = Distributions.random(random);
          Claim gaining = question.claims().get(random.nextInt(question.claims().size()));
          Distribution after =
              new Distribution(
                  question.stage(),
                  question.seats(),
                  question.claims().stream()
                      .map(c -> c.equals(gaining) ? Claim.of(c.key(), c.votes() * 2 + 1) : c)
                      .toList());
          return compare(m, question, after)
              .filter(seats -> seats.getOrDefault(gaining.key(), 0) < 0)
              .map(seats -> question + " " + gaining + " " + seats);
        });
  }

  /**
   * Two that both change in votes: the one that gains never loses a seat to the one that loses
   * votes, the others staying as they are.
   */
  static Optional<String> pairwisePopulationMonotonicity(ApportionmentMethod method) {
    return search(
        method,
        (m, random) -> {
          Distribution question = Distributions.random(random);
          if (question.claims().size() < 2) {
            return Optional.empty();
          }
          Claim gaining = question.claims().getFirst();
          Claim losing = question.claims().getLast();
          Distribution after =
              new Distribution(
                  question.stage(),
                  question.seats(),
                  question.claims().stream()
                      .map(
                          c ->
                              c.equals(gaining)
                                  ? Claim.of(c.key(), c.votes() + 1 + c.votes() / 7)
                                  : c.equals(losing)
                                      ? Claim.of(c.key(), c.votes() - c.votes() / 9)
                                      : c)
                      .toList());
          return compare(m, question, after)
              .filter(
                  seats ->
                      seats.getOrDefault(gaining.key(), 0) < 0
                          && seats.getOrDefault(losing.key(), 0) > 0)
              .map(seats -> question + " " + seats);
        });
  }

  /** Everybody has the exact share, rounded down or up. */
  static Optional<String> quota(ApportionmentMethod method) {
    return search(
        method,
        (m, random) -> {
          Distribution question = Distributions.random(random);
          if (!(m.allocate(question, Lots.none()) instanceof Allocated<SeatTable> allocated)) {
            return Optional.empty();
          }
          long all = Math.max(1, question.votes());
          return question.claims().stream()
              .filter(
                  claim -> {
                    long share = claim.votes() * question.seats();
                    int seats = allocated.result().seatsOf(claim.key());
                    return seats < share / all || seats > Math.ceilDiv(share, all);
                  })
              .findFirst()
              .map(claim -> question + " " + claim + " " + allocated.result().seats());
        });
  }

  /** Exactly the seats asked for, none without votes, no minimum missed. */
  static Optional<String> seatsOnlyForVotes(ApportionmentMethod method) {
    return search(
        method,
        (m, random) -> {
          Distribution question = Distributions.random(random, random.nextInt(3));
          if (!(m.allocate(question, Lots.none()) instanceof Allocated<SeatTable> allocated)) {
            return Optional.empty();
          }
          SeatTable table = allocated.result();
          boolean wrong =
              table.total() != question.seats()
                  || table.order().size() != question.seats()
                  || question.claims().stream()
                      .anyMatch(
                          c ->
                              table.seatsOf(c.key()) < c.minimum()
                                  || (c.votes() == 0 && table.seatsOf(c.key()) > c.minimum()));
          return wrong ? Optional.of(question + " " + table.seats()) : Optional.empty();
        });
  }

  /** Seats after minus seats before, if both are decided without a lot. */
  private static Optional<SortedMap<String, Integer>> compare(
      ApportionmentMethod method, Distribution before, Distribution after) {
    if (method.allocate(before, Lots.none()) instanceof Allocated<SeatTable> one
        && method.allocate(after, Lots.none()) instanceof Allocated<SeatTable> two) {
      SortedMap<String, Integer> difference = new TreeMap<>();
      one.result()
          .seats()
          .forEach((key, seats) -> difference.put(key, two.result().seatsOf(key) - seats));
      return Optional.of(difference);
    }
    return Optional.empty();
  }
}
