package org.urnengang.ledger.seats;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Stage;

/**
 * Lose aus dem Protokoll. An entry names its case by {@code about}, for example {@code parties 44}:
 * the stage in the law and the number of seats there. Where several places are open each is drawn
 * by an entry of its own; a lot counts once all are drawn. Another text is a fact for people only.
 */
public final class DrawnLots {
  private final Map<Case, SortedSet<String>> drawn = new LinkedHashMap<>();

  private record Case(Stage stage, int seats, SortedSet<String> candidates) {}

  /** The text by which an entry names this case. */
  public static String about(LotCase lot) {
    return lot.stage() + " " + lot.seats();
  }

  /** Adds a lot; one for the same case draws a further place. */
  public void add(String about, Collection<String> candidates, String winner) {
    int blank = about.lastIndexOf(' ');
    Optional<Stage> stage = Stage.parse(about.substring(0, Math.max(0, blank)));
    String seats = about.substring(blank + 1);
    if (stage.isPresent() && seats.matches("[0-9]{1,6}")) {
      drawn
          .computeIfAbsent(
              new Case(stage.get(), Integer.parseInt(seats), new TreeSet<>(candidates)),
              key -> new TreeSet<>())
          .add(winner);
    }
  }

  /** The lots that are complete. */
  public Lots lots() {
    return Lots.of(
        drawn.entrySet().stream()
            .filter(entry -> entry.getValue().size() < entry.getKey().candidates().size())
            .map(entry -> lot(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Lot lot(Case of, SortedSet<String> winners) {
    return new Lot(new LotCase(of.stage(), of.seats(), of.candidates(), winners.size()), winners);
  }
}
