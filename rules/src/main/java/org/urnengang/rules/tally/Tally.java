package org.urnengang.rules.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/**
 * Zusammenstellung der Ergebnisse (§ 75 BWO, Anlage 30 BWO) of one election: what every district
 * reported, and the sum of the reported districts for every area above them, kept up to date by the
 * difference of each report. A change costs the areas above its district, never the country.
 *
 * <p>A merged district (§ 68 Abs. 2 BWO) is not expected; its receiver counts it.
 */
public final class Tally {
  private static final int EXPECTED = 0;
  private static final int RECEIVED = 2;
  private static final int PROGRESS_COLUMNS = 4;

  private final AreaGraph areas;
  private final Letters letters;
  private final int stride;
  private final BitSet districts = new BitSet();
  private final BitSet expected = new BitSet();

  /** Postal districts are counted apart; special districts stand with the polling stations. */
  private final BitSet postal = new BitSet();

  private final @Nullable Figures[] reported;

  /** The row of each area above a district, -1 where the election counts nothing below. */
  private final int[] row;

  /** A column for each letter, then how many districts are expected and received. */
  private final long[] counts;

  /** An empty tally over the districts that the election counts. */
  public Tally(ElectionDay day, Election election, Letters letters) {
    this.areas = day.areas();
    this.letters = letters;
    this.stride = letters.size() + PROGRESS_COLUMNS;
    this.reported = new @Nullable Figures[areas.size()];
    this.row = new int[areas.size()];
    Arrays.fill(row, -1);
    int rows = 0;
    for (int area = 0; area < areas.size(); area++) {
      if (day.isCounted(election, area)) {
        districts.set(area);
        postal.set(area, areas.area(area).district().orElseThrow().kind() == DistrictKind.POSTAL);
        rows = openRows(area, rows);
      }
    }
    this.counts = new long[Math.multiplyExact(rows, stride)];
    districts.stream().filter(this::countsItself).forEach(this::expect);
  }

  private int openRows(int district, int rows) {
    int next = rows;
    for (int area : areas.withAncestors(district)) {
      if (area != district && row[area] < 0) {
        row[area] = next++;
      }
    }
    return next;
  }

  private int channel(int district) {
    return postal.get(district) ? 1 : 0;
  }

  private boolean countsItself(int district) {
    return areas.area(district).district().flatMap(CountingDistrict::mergedInto).isEmpty();
  }

  private void expect(int district) {
    expected.set(district);
    addAbove(district, letters.size() + EXPECTED + channel(district), 1);
  }

  private void addAbove(int district, int column, int difference) {
    for (int area : areas.withAncestors(district)) {
      if (area != district) {
        add(area, column, difference);
      }
    }
  }

  void add(int area, int column, long difference) {
    int at = row[area] * stride + column;
    counts[at] = Math.addExact(counts[at], difference);
  }

  /** Adds the first report of a district. */
  public void report(int district, Figures figures) {
    reported[district] = figures;
    for (int area : areas.withAncestors(district)) {
      if (area != district) {
        figures.addTo(counts, row[area] * stride);
      }
    }
    addAbove(district, letters.size() + RECEIVED + channel(district), 1);
  }

  /**
   * Adds the first reports of many districts, on all cores: siblings are added up once for all
   * areas above them.
   *
   * @param reporting districts, each once
   * @param figures of the first so many of them
   */
  public void reportAll(int[] reporting, List<Figures> figures) {
    Map<Parents, Siblings> families = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      int district = reporting[i];
      Siblings siblings =
          families.computeIfAbsent(
              new Parents(areas.parents(district)), _ -> new Siblings(district));
      reported[district] = figures.get(i);
      siblings.figures.add(figures.get(i));
      siblings.sums[letters.size() + RECEIVED + channel(district)]++;
    }
    families.values().parallelStream().forEach(Siblings::addUp);
    families.values().forEach(this::addAbove);
  }

  /** The parents of a district, compared one by one. */
  @SuppressWarnings("ArrayRecordComponent") // compared below
  private record Parents(int[] areas) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Parents(int[] those) && Arrays.equals(areas, those);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(areas);
    }
  }

  /** What districts with the same parents, and so with the same areas above them, reported. */
  private final class Siblings {
    private final int example;
    private final List<Figures> figures = new ArrayList<>();
    private final long[] sums = new long[stride];

    Siblings(int example) {
      this.example = example;
    }

    void addUp() {
      figures.forEach(one -> one.addTo(sums, 0));
    }
  }

  private void addAbove(Siblings siblings) {
    for (int area : areas.withAncestors(siblings.example)) {
      for (int column = 0; area != siblings.example && column < stride; column++) {
        add(area, column, siblings.sums[column]);
      }
    }
  }

  /** Replaces the figures of a reported district. */
  public void correct(int district, Figures after) {
    Figures before = requireReported(district);
    reported[district] = after;
    for (int area : areas.withAncestors(district)) {
      if (area != district) {
        before.subtractFrom(counts, row[area] * stride);
        after.addTo(counts, row[area] * stride);
      }
    }
  }

  /** Takes back the report of a district. */
  public void withdraw(int district) {
    Figures before = requireReported(district);
    reported[district] = null;
    for (int area : areas.withAncestors(district)) {
      if (area != district) {
        before.subtractFrom(counts, row[area] * stride);
      }
    }
    addAbove(district, letters.size() + RECEIVED + channel(district), -1);
  }

  private Figures requireReported(int district) {
    return reported(district)
        .orElseThrow(
            () -> new IllegalStateException(areas.area(district).id() + " has not reported"));
  }

  /** No longer expects a district that has not reported: another one counts it. */
  public void merge(int district) {
    expected.clear(district);
    addAbove(district, letters.size() + EXPECTED + channel(district), -1);
  }

  /** Whether the election counts anything in this area. */
  public boolean covers(int area) {
    return row[area] >= 0 || districts.get(area);
  }

  /** What a district reported, empty while it has not. */
  public Optional<Figures> reported(int district) {
    return Optional.ofNullable(reported[district]);
  }

  /** The sum of a column over the reported districts of an area. */
  public long count(int area, int column) {
    if (districts.get(area)) {
      Figures own = reported[area];
      return own == null ? 0 : own.count(column);
    }
    return counts[row[area] * stride + column];
  }

  /** A = A1 + A2 + A3: all eligible of the reported districts. */
  public long eligible(int area) {
    return Math.addExact(
        Math.addExact(count(area, Letters.A1), count(area, Letters.A2)), count(area, Letters.A3));
  }

  /** How far the count of an area has come. */
  public Progress progress(int area) {
    if (districts.get(area)) {
      return progressOfDistrict(area);
    }
    int at = row[area] * stride + letters.size();
    return new Progress(
        Math.toIntExact(counts[at + EXPECTED]),
        Math.toIntExact(counts[at + EXPECTED + 1]),
        Math.toIntExact(counts[at + RECEIVED]),
        Math.toIntExact(counts[at + RECEIVED + 1]));
  }

  private Progress progressOfDistrict(int district) {
    int due = expected.get(district) ? 1 : 0;
    int here = reported[district] == null ? 0 : 1;
    return channel(district) == 0 ? new Progress(due, 0, here, 0) : new Progress(0, due, 0, here);
  }

  public Letters letters() {
    return letters;
  }
}
