package org.urnengang.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Stage;

/** Lots as they are given on the command line: the place in the law, and who was drawn. */
final class DrawnLots {
  private final SortedMap<Stage, Set<String>> byStage = new TreeMap<>();
  private final Set<Stage> used = new HashSet<>();

  private DrawnLots() {}

  static DrawnLots parse(List<String> texts) {
    DrawnLots lots = new DrawnLots();
    for (String text : texts) {
      int equals = text.indexOf('=');
      Optional<Stage> stage = Stage.parse(text.substring(0, Math.max(0, equals)));
      if (stage.isEmpty()) {
        throw Refusal.wrongUse("--lot „" + text + "“: erwartet wird STELLE=NAME, wie seats=A.");
      }
      Set<String> drawn = new TreeSet<>(Arrays.asList(text.substring(equals + 1).split(",", -1)));
      if (lots.byStage.putIfAbsent(stage.orElseThrow(), drawn) != null) {
        throw Refusal.wrongUse("--lot " + stage.orElseThrow() + " ist zweimal angegeben.");
      }
    }
    return lots;
  }

  /** The lot for this case, if it was drawn. */
  Optional<Lot> of(LotCase occasion) {
    Set<String> drawn = byStage.getOrDefault(occasion.stage(), Set.of());
    if (drawn.isEmpty() || !used.add(occasion.stage())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Lot(occasion, new TreeSet<>(drawn)));
    } catch (InvalidSeatInput e) {
      throw Refusal.wrongUse("--lot " + occasion.stage() + ": " + e.getMessage() + ".");
    }
  }

  /** A lot for a place where nothing is equal must not go unnoticed. */
  void requireAllUsed() {
    for (Map.Entry<Stage, Set<String>> lot : byStage.entrySet()) {
      if (!used.contains(lot.getKey())) {
        throw Refusal.wrongUse("--lot " + lot.getKey() + ": dort ist nichts auszulosen.");
      }
    }
  }
}
