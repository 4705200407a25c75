package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Contender;

/**
 * Verhältnisausgleich in Nordrhein-Westfalen: who takes part, and the district seats of those who
 * do not.
 *
 * @param taking contenders whose lists share the seats
 * @param outside district seats of the others
 */
record Contest(SortedMap<String, Contender> taking, SortedMap<String, Integer> outside) {

  static Contest of(SortedMap<String, Contender> contenders, Predicate<Contender> takesPart) {
    SortedMap<String, Contender> taking = new TreeMap<>();
    SortedMap<String, Integer> outside = new TreeMap<>();
    contenders.forEach(
        (key, contender) -> {
          if (takesPart.test(contender)) {
            taking.put(key, contender);
          } else {
            outside.put(key, contender.districtsWon());
          }
        });
    return new Contest(taking, outside);
  }

  /** District seats of those who take no part. */
  int outsideSeats() {
    return outside.values().stream().mapToInt(Integer::intValue).sum();
  }

  List<Claim> claims() {
    return taking.entrySet().stream()
        .map(entry -> Claim.of(entry.getKey(), entry.getValue().votes()))
        .toList();
  }

  long votes() {
    return taking.values().stream().mapToLong(Contender::votes).sum();
  }

  int districtsWon(String key) {
    Contender contender = taking.get(key);
    return contender == null ? 0 : contender.districtsWon();
  }

  /** The contest among those who fulfil the condition; nobody's district seats change sides. */
  Contest among(Predicate<String> condition) {
    SortedMap<String, Contender> some = new TreeMap<>(taking);
    some.keySet().removeIf(condition.negate());
    return new Contest(some, outside);
  }

  /** Seats of the lists and of the others. */
  SeatCount count(SortedMap<String, Integer> seats) {
    SeatCount count = new SeatCount();
    seats.forEach(count::add);
    outside.forEach(count::add);
    return count;
  }
}
