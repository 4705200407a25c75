package org.urnengang.rehearsal.night;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.RecordedReport;

/** In which order a night is played. The reports of one district always keep theirs. */
public sealed interface Order {

  /** As it was recorded. */
  record Recorded() implements Order {}

  /**
   * Districts in another order, the same for the same seed.
   *
   * @param seed of the shuffling
   */
  record Shuffled(long seed) implements Order {}

  /** These reports in this order. */
  default List<RecordedReport> of(List<RecordedReport> records) {
    return switch (this) {
      case Recorded() -> records;
      case Shuffled(var seed) -> shuffled(records, seed);
    };
  }

  private static List<RecordedReport> shuffled(List<RecordedReport> records, long seed) {
    Map<DistrictInElection, Deque<RecordedReport>> waiting = new HashMap<>();
    List<DistrictInElection> turns = new ArrayList<>();
    for (RecordedReport record : records) {
      DistrictInElection place = new DistrictInElection(record.election(), record.district());
      waiting.computeIfAbsent(place, key -> new ArrayDeque<>()).add(record);
      turns.add(place);
    }
    Collections.shuffle(turns, new Random(seed));
    List<RecordedReport> shuffled = new ArrayList<>();
    for (DistrictInElection place : turns) {
      shuffled.add(waiting.getOrDefault(place, new ArrayDeque<>()).remove());
    }
    return shuffled;
  }
}
