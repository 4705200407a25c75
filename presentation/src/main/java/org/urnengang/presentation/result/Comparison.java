package org.urnengang.presentation.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Tally;

/**
 * Vergleich mit der letzten Wahl: what is counted, beside what the very same areas said then. Of
 * areas that overlap the smaller ones count; an area with districts that are missing is left out.
 */
public final class Comparison {
  private final Previous previous;
  private final Letters letters;
  private final int districts;
  private final long[] now;
  private final long[] before;
  private final BitSet stood = new BitSet();

  private Comparison(AreaResult result, Previous previous, List<Integer> units) {
    this.previous = previous;
    this.letters = result.letters();
    this.now = new long[letters.size()];
    this.before = new long[letters.size()];
    Tally tally = result.state().tally();
    AreaGraph areas = result.day().areas();
    this.districts = units.stream().mapToInt(unit -> tally.progress(unit).received()).sum();
    for (int unit : units) {
      for (int column = 0; column < now.length; column++) {
        now[column] += tally.count(unit, column);
      }
      add(previous.of(areas.area(unit).id()).orElseThrow());
    }
  }

  private void add(Map<String, Integer> figures) {
    figures.forEach(
        (letter, count) -> {
          int column = letters.column(letter).orElse(-1);
          if (column >= 0) {
            before[column] += count;
            stood.set(column);
          }
        });
  }

  /** The comparison of an area, empty if nothing of it can be compared yet. */
  public static Optional<Comparison> of(AreaResult result) {
    return result
        .day()
        .background()
        .before(result.election().key())
        .map(previous -> new Comparison(result, previous, units(result, previous)))
        .filter(comparison -> comparison.districts > 0);
  }

  /** Whether there are earlier figures for the area or anything in it. */
  public static boolean isPossible(AreaResult result) {
    return result
        .day()
        .background()
        .before(result.election().key())
        .filter(previous -> previous.figures().keySet().stream().anyMatch(result::holds))
        .isPresent();
  }

  private static List<Integer> units(AreaResult result, Previous previous) {
    AreaGraph areas = result.day().areas();
    Tally tally = result.state().tally();
    int within = areas.indexOf(result.area().id());
    List<Integer> candidates =
        previous.figures().keySet().stream()
            .flatMapToInt(id -> areas.index(id).stream())
            .filter(area -> tally.covers(area) && areas.isWithin(area, within))
            .filter(area -> tally.progress(area).isComplete())
            .boxed()
            .sorted(Comparator.comparingInt(area -> tally.progress(area).expected()))
            .toList();
    List<Integer> units = new ArrayList<>();
    BitSet taken = new BitSet();
    for (int candidate : candidates) {
      BitSet inside = districts(areas, tally, candidate);
      if (!inside.isEmpty() && !inside.intersects(taken)) {
        taken.or(inside);
        units.add(candidate);
      }
    }
    return units;
  }

  private static BitSet districts(AreaGraph areas, Tally tally, int area) {
    BitSet found = new BitSet();
    collect(areas, tally, area, found);
    return found;
  }

  private static void collect(AreaGraph areas, Tally tally, int area, BitSet found) {
    if (areas.area(area).district().isPresent()) {
      found.set(area);
    }
    Arrays.stream(areas.children(area))
        .filter(tally::covers)
        .forEach(child -> collect(areas, tally, child, found));
  }

  /** The election that is compared with. */
  public Previous previous() {
    return previous;
  }

  /** How many counted districts are compared. */
  public int districts() {
    return districts;
  }

  /** The share that an option had last time, empty if it did not stand. */
  public Optional<Share> before(int vote, int no) {
    int column = letters.option(vote, no);
    return stood.get(column)
        ? Share.of(before[column], before[letters.valid(vote)])
        : Optional.empty();
  }

  /** How many points an option won or lost, in tenths, from the rounded shares. */
  public OptionalLong change(int vote, int no) {
    Optional<Share> then = before(vote, no);
    Optional<Share> today = Share.of(now[letters.option(vote, no)], now[letters.valid(vote)]);
    return then.isPresent() && today.isPresent()
        ? OptionalLong.of(today.get().tenths() - then.get().tenths())
        : OptionalLong.empty();
  }

  /** Share of all but these options last time. */
  public Optional<Share> othersBefore(int vote, List<Integer> named) {
    return others(before, vote, named);
  }

  /** How many points all but these options won or lost together. */
  public OptionalLong othersChange(int vote, List<Integer> named) {
    Optional<Share> then = others(before, vote, named);
    Optional<Share> today = others(now, vote, named);
    return then.isPresent() && today.isPresent()
        ? OptionalLong.of(today.get().tenths() - then.get().tenths())
        : OptionalLong.empty();
  }

  private Optional<Share> others(long[] sums, int vote, List<Integer> named) {
    int valid = letters.valid(vote);
    long part =
        sums[valid]
            - IntStream.range(0, named.size())
                .mapToLong(i -> named(sums, vote, named.get(i)))
                .sum();
    return Share.of(Math.max(0, part), sums[valid]);
  }

  private long named(long[] sums, int vote, int no) {
    return sums[letters.option(vote, no)];
  }
}
