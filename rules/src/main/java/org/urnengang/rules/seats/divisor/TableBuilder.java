package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.SeatTable.Span;

/** Writes a seat table once the divisor is known: counts seats and puts them in order. */
final class TableBuilder {
  private record Seat(String key, Basis basis, Fraction value, boolean byLot) {}

  private static final Comparator<Seat> ORDER =
      Comparator.comparing(Seat::value).reversed().thenComparing(Seat::key);

  private final Distribution distribution;
  private final SortedMap<String, Integer> seats = new TreeMap<>();
  private final List<Seat> minimumSeats = new ArrayList<>();
  private final List<Seat> valuedSeats = new ArrayList<>();

  TableBuilder(Distribution distribution) {
    this.distribution = distribution;
    distribution.claims().forEach(claim -> seats.put(claim.key(), 0));
  }

  /** Gives minimum seats; claimants come in the order of their keys. */
  void minimum(Claim claim, int count, IntFunction<Fraction> value) {
    for (int seat = 0; seat < count; seat++) {
      minimumSeats.add(new Seat(claim.key(), Basis.MINIMUM, value.apply(seat), false));
    }
    seats.merge(claim.key(), count, Integer::sum);
  }

  /** Gives one seat on a value. */
  void byValue(Claim claim, Basis basis, Fraction value, boolean byLot) {
    valuedSeats.add(new Seat(claim.key(), basis, value, byLot));
    seats.merge(claim.key(), 1, Integer::sum);
  }

  SeatTable build(MethodKind method, Span span) {
    valuedSeats.sort(ORDER);
    List<AwardedSeat> order = new ArrayList<>(minimumSeats.size() + valuedSeats.size());
    for (List<Seat> part : List.of(minimumSeats, valuedSeats)) {
      for (Seat seat : part) {
        order.add(new AwardedSeat(order.size() + 1, seat.key, seat.basis, seat.value, seat.byLot));
      }
    }
    return new SeatTable(method, distribution.stage(), seats, order, span);
  }
}
