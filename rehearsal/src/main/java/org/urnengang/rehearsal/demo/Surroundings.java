package org.urnengang.rehearsal.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;
import org.urnengang.rules.election.Previous;

/** What the demo day is shown against: where its municipalities lie, and the election of 2013. */
final class Surroundings {
  /** The places are given in hundredths of a degree. */
  private static final int UNITS = 1_000;

  private static final String SOURCE = "© Der Bundeswahlleiter, Wiesbaden 2017";

  private Surroundings() {}

  static Background read(String election) {
    SortedMap<String, SortedMap<String, Integer>> figures = new TreeMap<>();
    Official.rows("previous.csv", row -> Map.entry("wk-" + row.getField("no"), figures(row)))
        .forEach(row -> figures.put(row.getKey(), row.getValue()));
    Previous previous =
        new Previous("Bundestagswahl 2013", LocalDate.of(2013, 9, 22), SOURCE, figures);
    return Background.of(outlines(), Map.of(election, previous));
  }

  private static List<Outline> outlines() {
    return Official.rows(
        "places.csv",
        row ->
            new Outline(
                row.getField("ags"),
                new Point(
                    UNITS * Integer.parseInt(row.getField("east")),
                    UNITS * Integer.parseInt(row.getField("north"))),
                List.of()));
  }

  private static SortedMap<String, Integer> figures(NamedCsvRecord row) {
    SortedMap<String, Integer> figures = new TreeMap<>();
    row.getFieldsAsMap()
        .forEach(
            (letter, number) -> {
              if (!letter.equals("no") && !number.isEmpty()) {
                figures.put(letter, Integer.valueOf(number));
              }
            });
    return figures;
  }
}
