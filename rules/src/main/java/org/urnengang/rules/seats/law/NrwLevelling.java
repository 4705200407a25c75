package org.urnengang.rules.seats.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.Parity;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Share;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Verhältnisausgleich in Nordrhein-Westfalen (§ 33 LWahlG, § 33 Abs. 2, 3 KWahlG): when districts
 * bring a party more than its share, the house grows by a formula.
 *
 * @param contenders those who take part
 * @param outside seats of winners who take no part
 * @param seatNeeded whether somebody without a seat in the first calculation stays out of the
 *     second
 */
record NrwLevelling(
    SortedMap<String, Contender> contenders,
    int outside,
    Legal<Parity> parity,
    boolean seatNeeded,
    String firstLaw,
    String secondLaw,
    Course course) {

  /**
   * Those with a list that reaches the threshold; the districts of all others go into the result.
   *
   * @param valid votes that the threshold is measured by
   */
  static SortedMap<String, Contender> sharing(
      SortedMap<String, Contender> contenders,
      long valid,
      Legal<Share> threshold,
      Course course,
      ResultBuilder result) {
    SortedMap<String, Contender> sharing = new TreeMap<>();
    contenders.forEach(
        (key, contender) -> {
          if (contender.hasList()
              && Admission.byShare(
                  key, contender.votes(), valid, contender.districtsWon(), threshold, course)) {
            sharing.put(key, contender);
          } else {
            result.add(key, contender.districtsWon());
          }
        });
    return sharing;
  }

  /** Distributes the seats, more of them if districts demand it. */
  Allocation<SeatTable> distribute(int seats) {
    return course
        .sainteLague(Stage.of(Stage.Kind.PARTIES), seats, claims(contenders), firstLaw)
        .then(
            first -> overhang(first).map(worst -> level(first, worst)).orElse(course.done(first)));
  }

  private static List<Claim> claims(SortedMap<String, Contender> contenders) {
    return contenders.entrySet().stream()
        .map(entry -> Claim.of(entry.getKey(), entry.getValue().votes()))
        .toList();
  }

  /** Who has overhang, and of these the one with the most districts per vote. */
  private Optional<String> overhang(SeatTable table) {
    return contenders.keySet().stream()
        .filter(key -> won(key) > table.seatsOf(key))
        .max(
            Comparator.comparing(this::districtsPerVote)
                .thenComparing(Comparator.<String>naturalOrder().reversed()));
  }

  private Fraction districtsPerVote(String key) {
    return new Fraction(won(key), votes(key));
  }

  private int won(String key) {
    return Optional.ofNullable(contenders.get(key)).map(Contender::districtsWon).orElse(0);
  }

  private long votes(String key) {
    return Optional.ofNullable(contenders.get(key)).map(Contender::votes).orElse(0L);
  }

  private Allocation<SeatTable> level(SeatTable first, String worst) {
    long votes = contenders.values().stream().mapToLong(Contender::votes).sum();
    Fraction exact = new Fraction(won(worst) * votes, votes(worst));
    if (exact.roundHalfUp() > Distribution.MAX_SEATS) {
      return course.waitFor(Reason.TOO_MANY_SEATS);
    }
    int size = withParity(Math.toIntExact(exact.roundHalfUp()));
    course.note(
        new Step.LevelledSize(worst, won(worst), votes, votes(worst), exact, size, secondLaw));
    while (size <= first.total()) {
      size = larger(size);
    }
    SortedMap<String, Contender> sharing = new TreeMap<>(contenders);
    if (seatNeeded) {
      sharing.keySet().removeIf(key -> first.seatsOf(key) == 0 && won(key) == 0);
    }
    return distributeAgain(sharing, size);
  }

  private int withParity(int size) {
    return parity.value().atLeast(size + outside) - outside;
  }

  /** The formula may leave an overhang: the law is silent, the house grows to the next size. */
  private int larger(int size) {
    int next = withParity(size + 1);
    course.note(new Step.SizeStep(next, secondLaw));
    return next;
  }

  private Allocation<SeatTable> distributeAgain(SortedMap<String, Contender> sharing, int from) {
    int size = from;
    while (size <= Distribution.MAX_SEATS) {
      Allocation<SeatTable> again =
          course.sainteLague(
              Stage.of(Stage.Kind.LEVELLED_PARTIES), size, claims(sharing), secondLaw);
      if (!(again instanceof Allocation.Allocated<SeatTable> allocated)
          || overhang(allocated.result()).isEmpty()) {
        return again;
      }
      size = larger(size);
    }
    return course.waitFor(Reason.TOO_MANY_SEATS);
  }
}
