package org.urnengang.presentation.result;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Progress;
import org.urnengang.rules.tally.Tally;

/**
 * Wahlbeteiligung, as far as it can be known during the count: over those municipalities whose
 * polling stations and postal districts have all reported. Eligible voters stand with the polling
 * stations only, so any other sum would be wrong.
 *
 * @param entitled A of these municipalities
 * @param voters B of these municipalities
 * @param municipalities how many they are
 * @param of number of municipalities of the area; 0 when the area is complete as a whole
 */
public record CountedTurnout(long entitled, long voters, int municipalities, int of) {

  /** The turnout of an area, empty as long as no base for it is complete. */
  static Optional<CountedTurnout> of(ElectionState election, int area) {
    Tally tally = election.tally();
    Progress progress = tally.progress(area);
    if (progress.isComplete() && progress.expectedPolling() > 0) {
      return whole(tally, area);
    }
    if (election.day().areas().area(area).level().compareTo(AreaLevel.MUNICIPALITY) >= 0) {
      return Optional.empty();
    }
    return new Search(election, progress.expectedPostal() > 0).sum(area);
  }

  private static Optional<CountedTurnout> whole(Tally tally, int area) {
    long entitled = tally.eligible(area);
    return entitled == 0
        ? Optional.empty()
        : Optional.of(new CountedTurnout(entitled, tally.count(area, Letters.B), 0, 0));
  }

  public Share share() {
    return new Share(voters, entitled);
  }

  /** Goes down from an area to its municipalities, each once. */
  private static final class Search {
    private final AreaGraph areas;
    private final Tally tally;
    private final boolean postal;
    private int complete;
    private int all;
    private long entitled;
    private long voters;

    /**
     * A search.
     *
     * @param postal whether the area has postal districts: then each municipality must have its own
     */
    Search(ElectionState election, boolean postal) {
      this.areas = election.day().areas();
      this.tally = election.tally();
      this.postal = postal;
    }

    /** A district outside any municipality of the area counts for nobody knows whom: no base. */
    Optional<CountedTurnout> sum(int top) {
      BitSet seen = new BitSet(areas.size());
      Deque<Integer> open = new ArrayDeque<>();
      open.add(top);
      while (!open.isEmpty()) {
        int area = open.remove();
        if (seen.get(area) || !tally.covers(area)) {
          continue;
        }
        seen.set(area);
        switch (areas.area(area).level()) {
          case MUNICIPALITY -> addMunicipality(area);
          case DISTRICT -> {
            return Optional.empty();
          }
          default -> {
            for (int child : areas.children(area)) {
              open.add(child);
            }
          }
        }
      }
      return complete == 0 || entitled == 0
          ? Optional.empty()
          : Optional.of(new CountedTurnout(entitled, voters, complete, all));
    }

    private void addMunicipality(int area) {
      Progress progress = tally.progress(area);
      all++;
      if (progress.isComplete() && (!postal || progress.expectedPostal() > 0)) {
        complete++;
        entitled += tally.eligible(area);
        voters += tally.count(area, Letters.B);
      }
    }
  }
}
