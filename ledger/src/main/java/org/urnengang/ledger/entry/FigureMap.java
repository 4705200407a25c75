package org.urnengang.ledger.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.json.FixedMap;

/**
 * Numbers by letter that cannot change. Reports with the same letters share them: a night has tens
 * of thousands of reports but few forms. A lost race costs one array more.
 */
final class FigureMap extends FixedMap<Integer> {
  private static final int SLOTS = 1024;
  private static final String[] @Nullable [] KNOWN = new String[SLOTS] @Nullable [];

  private final int[] counts;

  private FigureMap(String[] letters, int[] counts) {
    super(letters);
    this.counts = counts;
  }

  static FigureMap copyOf(Map<String, Integer> figures) {
    if (figures instanceof FigureMap fixed) {
      return fixed;
    }
    TreeMap<String, Integer> sorted = new TreeMap<>(figures);
    return of(
        sorted.keySet().toArray(new String[0]),
        sorted.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /** The numbers of these letters, which ascend; neither array is used elsewhere. */
  static FigureMap of(String[] letters, int[] counts) {
    int slot = Arrays.hashCode(letters) & (SLOTS - 1);
    String @Nullable [] known = KNOWN[slot];
    if (known != null && Arrays.equals(known, letters)) {
      return new FigureMap(known, counts);
    }
    KNOWN[slot] = letters;
    return new FigureMap(letters, counts);
  }

  @Override
  protected Integer valueAt(int index) {
    return counts[index];
  }
}
