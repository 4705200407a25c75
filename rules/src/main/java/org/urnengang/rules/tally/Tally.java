package org.urnengang.rules.tally;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/**
 * Zusammenstellung der Ergebnisse (§ 75 BWO, Anlage 30 BWO) of one election: the sum of the
 * reported districts for every area above them, kept up to date by the difference of each report. A
 * change costs the areas above its district, never the country.
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
  private final int[] row;
  private final long[] counts;

  /** An empty tally over the districts that the election counts. */
  public Tally(ElectionDay day, Election election, Letters letters) {
    this.areas = day.areas();
    this.letters = letters;
    this.stride = letters.size() + PROGRESS_COLUMNS;
    this.row = new int[areas.size()];
    Arrays.fill(row, -1);
    int rows = 0;
    for (int area = 0; area < areas.size(); area++) {
      if (day.isCounted(election, area)) {
        rows = openRows(area, rows);
      }
    }
    this.counts = new long[Math.multiplyExact(rows, stride)];
    for (int area = 0; area < areas.size(); area++) {
      if (day.isCounted(election, area) && !district(area).mergedInto().isPresent()) {
        addEverywhere(area, EXPECTED + channel(area), 1);
      }
    }
  }

  private int openRows(int district, int rows) {
    int next = rows;
    for (int area : areas.withAncestors(district)) {
      if (row[area] < 0) {
        row[area] = next++;
      }
    }
    return next;
  }

  private CountingDistrict district(int area) {
    return areas.area(area).district().orElseThrow();
  }

  /** Postal districts are counted apart; special districts stand with the polling stations. */
  private int channel(int district) {
    return district(district).kind() == DistrictKind.POSTAL ? 1 : 0;
  }

  private void addEverywhere(int district, int progressColumn, int difference) {
    for (int area : areas.withAncestors(district)) {
      add(area, letters.size() + progressColumn, difference);
    }
  }

  void add(int area, int column, long difference) {
    int at = row[area] * stride + column;
    counts[at] = Math.addExact(counts[at], difference);
  }

  /** Adds the first report of a district. */
  public void report(int district, Figures figures) {
    for (int area : areas.withAncestors(district)) {
      figures.addTo(counts, row[area] * stride);
    }
    addEverywhere(district, RECEIVED + channel(district), 1);
  }

  /**
   * Adds the first reports of many districts: siblings are added up once for all areas above them.
   *
   * @param figures of the first so many of the districts
   */
  public void reportAll(int[] districts, List<Figures> figures) {
    Map<Integer, Siblings> byParent = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      int[] parents = areas.parents(districts[i]);
      Siblings siblings = siblings(byParent, parents, districts[i]);
      if (Arrays.equals(parents, siblings.parents)) {
        figures.get(i).addTo(counts, row[districts[i]] * stride);
        add(districts[i], letters.size() + RECEIVED + channel(districts[i]), 1);
        figures.get(i).addTo(siblings.sums, 0);
        siblings.sums[letters.size() + RECEIVED + channel(districts[i])]++;
      } else {
        report(districts[i], figures.get(i));
      }
    }
    byParent.values().forEach(this::addAbove);
  }

  private Siblings siblings(Map<Integer, Siblings> byParent, int[] parents, int district) {
    int first = parents.length == 0 ? -1 : parents[0];
    return byParent.computeIfAbsent(first, _ -> new Siblings(district, parents, new long[stride]));
  }

  /** Districts with the same parents, and so with the same areas above them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Siblings(int example, int[] parents, long[] sums) {}

  private void addAbove(Siblings siblings) {
    for (int area : areas.withAncestors(siblings.example)) {
      for (int column = 0; area != siblings.example && column < stride; column++) {
        add(area, column, siblings.sums[column]);
      }
    }
  }

  /** Replaces the figures of a reported district. */
  public void correct(int district, Figures before, Figures after) {
    for (int area : areas.withAncestors(district)) {
      before.subtractFrom(counts, row[area] * stride);
      after.addTo(counts, row[area] * stride);
    }
  }

  /** Takes back the report of a district. */
  public void withdraw(int district, Figures figures) {
    for (int area : areas.withAncestors(district)) {
      figures.subtractFrom(counts, row[area] * stride);
    }
    addEverywhere(district, RECEIVED + channel(district), -1);
  }

  /** No longer expects a district that has not reported: another one counts it. */
  public void merge(int district) {
    addEverywhere(district, EXPECTED + channel(district), -1);
  }

  /** Whether the election counts anything in this area. */
  public boolean covers(int area) {
    return row[area] >= 0;
  }

  /** The sum of a column over the reported districts of an area. */
  public long count(int area, int column) {
    return counts[row[area] * stride + column];
  }

  /** A = A1 + A2 + A3: all eligible of the reported districts. */
  public long eligible(int area) {
    return Math.addExact(
        Math.addExact(count(area, Letters.A1), count(area, Letters.A2)), count(area, Letters.A3));
  }

  /** How far the count of an area has come. */
  public Progress progress(int area) {
    int at = row[area] * stride + letters.size();
    return new Progress(
        Math.toIntExact(counts[at + EXPECTED]),
        Math.toIntExact(counts[at + EXPECTED + 1]),
        Math.toIntExact(counts[at + RECEIVED]),
        Math.toIntExact(counts[at + RECEIVED + 1]));
  }

  public Letters letters() {
    return letters;
  }
}
