package org.urnengang.rules.seats.law;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Mehrheitsklausel of a council (§ 33 Abs. 4 KWahlG NRW): the majority of votes brings one further
 * seat if it has not brought more than half of them; the list with the lowest fraction from ½ on
 * gives up one, so that the size stays.
 */
final class CouncilMajority {
  private static final String LAW = "§ 33 Abs. 4 KWahlG NRW";
  private static final Fraction HALF = new Fraction(1, 2);

  private final SortedMap<String, Contender> contenders;
  private final SeatTable table;
  private final Course course;

  CouncilMajority(SortedMap<String, Contender> contenders, SeatTable table, Course course) {
    this.contenders = contenders;
    this.table = table;
    this.course = course;
  }

  Allocation<SortedMap<String, Integer>> apply() {
    long allVotes = contenders.values().stream().mapToLong(Contender::votes).sum();
    Optional<Map.Entry<String, Contender>> largest =
        contenders.entrySet().stream()
            .filter(entry -> 2 * entry.getValue().votes() > allVotes)
            .findFirst();
    if (largest.isEmpty() || table.total() == 0) {
      return course.done(table.seats());
    }
    String party = largest.orElseThrow().getKey();
    int size = table.total();
    int held = table.seatsOf(party);
    int added = 2 * held <= size ? 1 : 0;
    course.note(
        new Step.Majority(
            party,
            largest.orElseThrow().getValue().votes(),
            allVotes,
            held,
            size,
            added,
            size,
            LAW));
    return added == 0 ? course.done(table.seats()) : donor(party).then(donor -> move(donor, party));
  }

  private Allocation<SortedMap<String, Integer>> move(String donor, String party) {
    course.note(new Step.SeatGivenUp(donor, fraction(donor), LAW));
    SortedMap<String, Integer> seats = new TreeMap<>(table.seats());
    seats.merge(donor, -1, Integer::sum);
    seats.merge(party, 1, Integer::sum);
    return course.done(seats);
  }

  /** Who was rounded up on the lowest fraction; a district seat is never given up. */
  private Allocation<String> donor(String party) {
    List<String> roundedUp =
        contenders.keySet().stream()
            .filter(key -> !key.equals(party) && table.seatsOf(key) > won(key))
            .filter(key -> table.seatsOf(key) == quotient(key).floor() + 1)
            .filter(key -> fraction(key).compareTo(HALF) >= 0)
            .toList();
    Optional<Fraction> lowest =
        roundedUp.stream().map(this::fraction).min(Comparator.naturalOrder());
    if (lowest.isEmpty()) {
      return course.waitFor(Reason.LAW_SILENT);
    }
    SortedSet<String> weakest =
        roundedUp.stream()
            .filter(key -> fraction(key).equals(lowest.orElseThrow()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (weakest.size() == 1) {
      return course.done(weakest.first());
    }
    Stage stage = Stage.of(Stage.Kind.MAJORITY_DONOR);
    return course
        .draw(new LotCase(stage, table.total(), weakest, 1), LAW)
        .then(drawn -> course.done(drawn.first()));
  }

  private int won(String key) {
    return Optional.ofNullable(contenders.get(key)).map(Contender::districtsWon).orElse(0);
  }

  private long votes(String key) {
    return Optional.ofNullable(contenders.get(key)).map(Contender::votes).orElse(0L);
  }

  private Fraction quotient(String key) {
    Fraction divisor = divisor();
    return new Fraction(votes(key) * divisor.denominator(), divisor.numerator());
  }

  /** Zahlenbruchteil: what the quotient has behind the comma. */
  private Fraction fraction(String key) {
    Fraction quotient = quotient(key);
    return new Fraction(quotient.numerator() % quotient.denominator(), quotient.denominator());
  }

  /** Zuteilungsdivisor (Abs. 2): votes by seats, raised or lowered only as far as needed. */
  private Fraction divisor() {
    long shared = table.seats().keySet().stream().mapToLong(this::votes).sum();
    Fraction divisor = new Fraction(shared, table.total());
    Fraction low = table.span().low();
    Fraction high = table.span().high().orElse(low);
    if (divisor.compareTo(high) > 0) {
      return high;
    }
    return divisor.compareTo(low) < 0 ? low : divisor;
  }
}
