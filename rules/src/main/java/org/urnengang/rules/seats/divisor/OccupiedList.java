package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.ListSeats.Filled;
import org.urnengang.rules.seats.ListSeats.InDistrict;
import org.urnengang.rules.seats.ListSeats.OnList;
import org.urnengang.rules.seats.ListSeats.Seat;
import org.urnengang.rules.seats.ListSeats.SkipReason;
import org.urnengang.rules.seats.ListSeats.Skipped;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;

/**
 * § 6 Abs. 6 BWahlG 2013, § 6 Abs. 4 and § 48 Abs. 1 BWahlG 2023: district winners first, then the
 * list in its order; who is left follows when a seat falls free.
 */
final class OccupiedList implements SeatLaw<ListSeats, Filled> {

  @Override
  public LawKey<ListSeats, Filled> key() {
    return Laws.LISTENBESETZUNG;
  }

  @Override
  public Allocation<Filled> calculate(ListSeats list, Lots lots) {
    List<Seat> taken = new ArrayList<>();
    list.districtWinners()
        .forEach((district, person) -> taken.add(new Seat(person, new InDistrict(district))));
    List<Skipped> skipped = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (int place = 1; place <= list.candidates().size(); place++) {
      String person = list.candidates().get(place - 1);
      Optional<SkipReason> reason = reason(list, person);
      if (reason.isPresent()) {
        skipped.add(new Skipped(place, person, reason.get()));
      } else if (taken.size() < list.seats()) {
        taken.add(new Seat(person, new OnList(place)));
      } else {
        left.add(person);
      }
    }
    List<String> successors = new ArrayList<>();
    if (list.succession()) {
      for (String person : list.uncovered()) {
        boolean seated = taken.stream().anyMatch(seat -> seat.person().equals(person));
        if (!seated && reason(list, person).isEmpty()) {
          successors.add(person);
        }
      }
      left.removeAll(successors);
      successors.addAll(left);
    }
    return new Working(lots)
        .found(new Filled(taken, skipped, list.seats() - taken.size(), successors));
  }

  private static Optional<SkipReason> reason(ListSeats list, String person) {
    if (list.districtWinners().containsValue(person)) {
      return Optional.of(SkipReason.ELECTED_IN_DISTRICT);
    }
    if (list.electedElsewhere().contains(person)) {
      return Optional.of(SkipReason.ELECTED_ELSEWHERE);
    }
    return list.gone().contains(person) ? Optional.of(SkipReason.GONE) : Optional.empty();
  }
}
