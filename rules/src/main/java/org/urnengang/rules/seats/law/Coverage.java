package org.urnengang.rules.seats.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.Step.CoverageReason;
import org.urnengang.rules.seats.law.Winners.Winner;

/** Zweitstimmendeckung (§ 6 Abs. 1, 3 BWahlG 2023). */
final class Coverage {
  private static final String LAW = "§ 6 Abs. 1 Satz 2 bis 4 BWahlG 2023";

  private final ListTable lists;
  private final SortedMap<String, SeatTable> tables;
  private final Course course;

  Coverage(ListTable lists, SortedMap<String, SeatTable> tables, Course course) {
    this.lists = lists;
    this.tables = tables;
    this.course = course;
  }

  /** The districts whose winner is seated, among the winners of one list (or independents). */
  Allocation<SortedSet<String>> of(String list, List<Winner> winners) {
    Winner any = winners.getFirst();
    int seats =
        Optional.ofNullable(tables.get(any.candidate()))
            .map(table -> table.seatsOf(any.land()))
            .orElse(0);
    Optional<CoverageReason> general = withoutRanking(any);
    if (general.isPresent()) {
      SortedSet<String> seated = new TreeSet<>();
      for (Winner winner : winners) {
        note(winner, 0, seats, general.orElseThrow());
        if (winner.independent()) {
          seated.add(winner.district());
        }
      }
      return course.done(seated);
    }
    List<Winner> ranked =
        winners.stream()
            .sorted(Comparator.comparing(Winner::share).reversed().thenComparing(Winner::district))
            .toList();
    return seated(list, ranked, seats)
        .then(
            seated -> {
              int rank = 0;
              for (Winner winner : ranked) {
                boolean covered = seated.contains(winner.district());
                note(
                    winner,
                    ++rank,
                    seats,
                    covered ? CoverageReason.COVERED : CoverageReason.SEATS_EXHAUSTED);
              }
              return course.done(seated);
            });
  }

  private Optional<CoverageReason> withoutRanking(Winner winner) {
    if (winner.independent()) {
      return Optional.of(CoverageReason.INDEPENDENT);
    }
    if (!tables.containsKey(winner.candidate())) {
      return Optional.of(CoverageReason.PARTY_NOT_ADMITTED);
    }
    return lists.isListed(winner.land(), winner.candidate())
        ? Optional.empty()
        : Optional.of(CoverageReason.NO_LIST);
  }

  private Allocation<SortedSet<String>> seated(String list, List<Winner> ranked, int seats) {
    if (ranked.size() <= seats) {
      return course.done(districts(ranked, winner -> true));
    }
    if (seats == 0) {
      return course.done(new TreeSet<>());
    }
    Fraction last = ranked.get(seats - 1).share();
    SortedSet<String> better = districts(ranked, winner -> winner.share().compareTo(last) > 0);
    SortedSet<String> equal = districts(ranked, winner -> winner.share().equals(last));
    if (better.size() + equal.size() == seats) {
      better.addAll(equal);
      return course.done(better);
    }
    LotCase tie =
        new LotCase(new Stage(Stage.Kind.COVERAGE, list), seats, equal, seats - better.size());
    return course
        .draw(tie, "§ 6 Abs. 3 BWahlG 2023")
        .then(
            drawn -> {
              better.addAll(drawn);
              return course.done(better);
            });
  }

  private static SortedSet<String> districts(List<Winner> ranked, Predicate<Winner> condition) {
    return ranked.stream()
        .filter(condition)
        .map(Winner::district)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void note(Winner winner, int rank, int seats, CoverageReason reason) {
    course.note(
        new Step.Coverage(
            winner.district(),
            winner.candidate(),
            winner.land(),
            winner.votes(),
            winner.valid(),
            rank,
            seats,
            reason,
            LAW));
  }
}
