package org.urnengang.ledger.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.json.FixedMap;

/**
 * Numbers by letter that cannot change. Reports with the same letters share them: a night has tens
 * of thousands of reports but few forms. A lost race costs one list more.
 */
public final class FigureMap extends FixedMap<Integer> {
  private static final int SLOTS = 1024;
  private static final @Nullable Shared[] KNOWN = new @Nullable Shared[SLOTS];

  private final Shared shared;
  private final int[] counts;

  /** Letters that many maps share, once for looking them up and once for those who ask. */
  private static final class Shared {
    private final String[] names;
    private final List<String> letters;

    Shared(String[] names) {
      this.names = names;
      this.letters = List.of(names);
    }
  }

  private FigureMap(Shared shared, int[] counts) {
    super(shared.names);
    this.shared = shared;
    this.counts = counts;
  }

  /** A copy that cannot change; one that cannot is itself. */
  public static FigureMap copyOf(Map<String, Integer> figures) {
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
    return ascending(letters, counts)
        .orElseThrow(() -> new IllegalArgumentException("the letters do not ascend"));
  }

  /** The numbers of these letters, empty unless they ascend; neither array is used elsewhere. */
  static Optional<FigureMap> ascending(String[] letters, int[] counts) {
    int slot = Arrays.hashCode(letters) & (SLOTS - 1);
    Shared known = KNOWN[slot];
    if (known != null && Arrays.equals(known.names, letters)) {
      return Optional.of(new FigureMap(known, counts));
    }
    if (!ascends(letters)) {
      return Optional.empty();
    }
    Shared fresh = new Shared(letters);
    KNOWN[slot] = fresh;
    return Optional.of(new FigureMap(fresh, counts));
  }

  /** The letters, ascending; maps with the same ones mostly give the same list. */
  public List<String> letters() {
    return shared.letters;
  }

  /** The number of the letter at this place. */
  public int countAt(int index) {
    return counts[index];
  }

  @Override
  public Integer valueAt(int index) {
    return counts[index];
  }
}
