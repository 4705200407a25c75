package org.urnengang.presentation.result;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.fold.ElectionState.Fact;
import org.urnengang.rules.record.Letters;

/**
 * Verlauf der Auszählung: how the shares of some options moved with every report of an area.
 *
 * @param numbers the options
 * @param points from the first report to the last, thinned to what a graphic can show
 */
public record Course(List<Integer> numbers, List<Point> points) {
  public Course {
    numbers = List.copyOf(numbers);
    points = List.copyOf(points);
  }

  /**
   * A moment of the count.
   *
   * @param version the version
   * @param at its time
   * @param received districts that had reported
   * @param valid valid votes
   * @param votes votes of each option
   */
  public record Point(long version, OffsetDateTime at, int received, long valid, List<Long> votes) {

    /** Share of an option in tenths of a percent. */
    public long tenths(int option) {
      return Share.of(votes.get(option), valid).map(Share::tenths).orElse(0L);
    }
  }

  /**
   * The course of one vote in an area.
   *
   * @param numbers the options
   * @param most at most so many points
   */
  public static Course of(AreaResult area, int vote, List<Integer> numbers, int most) {
    Sum sum = new Sum(area.letters(), vote, numbers);
    List<Point> all = new ArrayList<>();
    for (Fact fact : area.facts()) {
      Optional<String> place = Changes.place(fact.entry());
      if (place.filter(area::holds).isPresent() && sum.add(fact.entry(), place.get())) {
        all.add(sum.point(fact));
      }
    }
    return new Course(numbers, thinned(all, most));
  }

  private static List<Point> thinned(List<Point> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      kept.add(all.get((int) ((all.size() - 1L) * i / (most - 1))));
    }
    return kept;
  }

  /** The figures of the districts so far. */
  private static final class Sum {
    private final List<String> letters = new ArrayList<>();
    private final Map<String, long[]> districts = new HashMap<>();
    private final long[] total;

    Sum(Letters all, int vote, List<Integer> numbers) {
      letters.add(all.name(all.valid(vote)));
      numbers.forEach(no -> letters.add(all.name(all.option(vote, no))));
      total = new long[letters.size()];
    }

    /** Whether the entry changed anything. */
    boolean add(OfElection entry, String district) {
      switch (entry) {
        case DistrictReported e -> replace(district, e.figures());
        case Corrected e -> replace(district, e.after());
        case Withdrawn _ -> {
          long[] before = districts.remove(district);
          for (int i = 0; before != null && i < total.length; i++) {
            total[i] -= before[i];
          }
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    private void replace(String district, Map<String, Integer> figures) {
      long[] known = districts.computeIfAbsent(district, _ -> new long[total.length]);
      for (int i = 0; i < total.length; i++) {
        Integer now = figures.get(letters.get(i));
        if (now != null) {
          total[i] += now - known[i];
          known[i] = now;
        }
      }
    }

    Point point(Fact fact) {
      List<Long> votes = new ArrayList<>();
      for (int i = 1; i < total.length; i++) {
        votes.add(total[i]);
      }
      return new Point(
          fact.version(), fact.entry().at(), districts.size(), total[0], List.copyOf(votes));
    }
  }
}
