package org.urnengang.ledger.fold;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.entry.FigureMap;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/** Puts the figures of entries into the columns of their election. */
final class Columns {
  private static final int SLOTS = 256;

  private final Letters letters;

  /** Reports with the same letters share their list. A lost race costs one search more. */
  private final @Nullable Known[] known = new @Nullable Known[SLOTS];

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(List<String> letters, int[] columns) {}

  Columns(Letters letters) {
    this.letters = letters;
  }

  /**
   * The figures in the columns of the election.
   *
   * @throws RefusedEntry if the election has no such letter
   */
  Figures figures(SortedMap<String, Integer> byLetter) {
    FigureMap map = FigureMap.copyOf(byLetter);
    return Figures.of(letters, columns(map.letters()), map::countAt);
  }

  @SuppressWarnings("ReferenceEquality") // another list with the same letters is searched again
  private int[] columns(List<String> names) {
    int slot = System.identityHashCode(names) & (SLOTS - 1);
    Known last = known[slot];
    if (last != null && last.letters == names) {
      return last.columns;
    }
    int[] columns = names.stream().mapToInt(this::column).toArray();
    known[slot] = new Known(names, columns);
    return columns;
  }

  private int column(String letter) {
    return letters.column(letter).orElseThrow(() -> new RefusedEntry("kein Buchstabe " + letter));
  }
}
