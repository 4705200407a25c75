package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * Besetzung der Sitze einer Liste (§ 6 Abs. 6 BWahlG 2013, § 6 Abs. 4 BWahlG 2023): first the
 * districts, then the list in its order; whoever is elected already is passed over, and a list that
 * is exhausted leaves seats vacant. The rest of the list succeeds in its order (§ 48 BWahlG).
 */
final class ListFilling implements SeatLaw<ListSeats, Filled> {

  @Override
  public LawKey<ListSeats, Filled> key() {
    return Laws.LISTENBESETZUNG;
  }

  @Override
  public Allocation<Filled> calculate(ListSeats question, Lots lots) {
    List<Seat> taken = new ArrayList<>();
    question
        .districtWinners()
        .forEach((district, person) -> taken.add(new Seat(person, new InDistrict(district))));
    Set<String> inDistrict = new HashSet<>(question.districtWinners().values());
    List<Skipped> skipped = new ArrayList<>();
    List<String> successors = new ArrayList<>();
    question.uncovered().stream()
        .filter(person -> !question.gone().contains(person))
        .filter(person -> !question.electedElsewhere().contains(person))
        .forEach(successors::add);
    int place = 0;
    for (String person : question.candidates()) {
      place++;
      Optional<SkipReason> reason = reason(person, question, inDistrict);
      if (reason.isPresent()) {
        skipped.add(new Skipped(place, person, reason.orElseThrow()));
      } else if (taken.size() < question.seats()) {
        taken.add(new Seat(person, new OnList(place)));
        successors.remove(person);
      } else if (!successors.contains(person)) {
        successors.add(person);
      }
    }
    int vacant = question.seats() - taken.size();
    return new Course(lots)
        .finish(new Filled(taken, skipped, vacant, question.succession() ? successors : List.of()));
  }

  private static Optional<SkipReason> reason(
      String person, ListSeats question, Set<String> inDistrict) {
    if (inDistrict.contains(person)) {
      return Optional.of(SkipReason.ELECTED_IN_DISTRICT);
    }
    if (question.electedElsewhere().contains(person)) {
      return Optional.of(SkipReason.ELECTED_ELSEWHERE);
    }
    return question.gone().contains(person) ? Optional.of(SkipReason.GONE) : Optional.empty();
  }
}
