package org.urnengang.formats.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.record.Letters;

/** Reads {@code previous.csv}, which may be absent: how the same areas voted last time. */
final class PreviousFile {
  static final String NAME = "previous.csv";

  private PreviousFile() {}

  /** The columns for these elections: every letter of the longest ballot. */
  static List<String> columns(List<Election> elections) {
    List<String> columns = new ArrayList<>(List.of("election", "area"));
    elections.stream()
        .map(Letters::of)
        .max(java.util.Comparator.comparingInt(Letters::size))
        .ifPresent(letters -> columns.addAll(letters.names()));
    return columns;
  }

  static Map<String, Previous> read(
      Path folder, DayFile day, AreaGraph areas, List<Election> elections) {
    Map<String, SortedMap<String, SortedMap<String, Integer>>> figures = new TreeMap<>();
    Path path = folder.resolve(NAME);
    if (Files.exists(path)) {
      List<String> columns = columns(elections);
      Set<String> letters = Set.copyOf(columns.subList(2, columns.size()));
      try (CsvTable table = CsvTable.open(path, columns.subList(0, 2), letters)) {
        table.read(row -> add(row, areas, elections, figures));
      }
    }
    Map<String, Previous> previous = new TreeMap<>();
    for (DayFile.Draft draft : day.drafts()) {
      draft
          .previous(figures.getOrDefault(draft.key(), new TreeMap<>()))
          .ifPresent(before -> previous.put(draft.key(), before));
    }
    return previous;
  }

  private static void add(
      CsvRow row,
      AreaGraph areas,
      List<Election> elections,
      Map<String, SortedMap<String, SortedMap<String, Integer>>> figures) {
    Election election =
        elections.stream()
            .filter(known -> known.key().equals(row.text("election")))
            .findFirst()
            .orElseThrow(() -> row.refused("election", "Diese Wahl fehlt in election.json."));
    if (areas.index(row.needed("area")).isEmpty()) {
      throw row.refused("area", "Dieses Gebiet fehlt in " + AreasFile.NAME + ".");
    }
    SortedMap<String, Integer> known = new TreeMap<>();
    for (String letter : row.columns().keySet()) {
      if (!letter.equals("election") && !letter.equals("area") && !row.text(letter).isEmpty()) {
        if (Letters.of(election).column(letter).isEmpty()) {
          throw row.refused(letter, "Diesen Buchstaben hat die Wahl nicht. Bitte leeren.");
        }
        known.put(letter, row.number(letter));
      }
    }
    requireSums(row, election, known);
    var before =
        figures.computeIfAbsent(election.key(), _ -> new TreeMap<>()).put(row.text("area"), known);
    if (before != null) {
      throw row.refused("area", "Das Gebiet steht für diese Wahl schon weiter oben.");
    }
  }

  /** Parties that no longer stand may be missing from the sum, but nothing can be too much. */
  private static void requireSums(CsvRow row, Election election, SortedMap<String, Integer> known) {
    Letters letters = Letters.of(election);
    for (int vote = 0; vote < letters.votes(); vote++) {
      long sum = 0;
      for (int no = 1; no <= letters.options(); no++) {
        sum += known.getOrDefault(letters.name(letters.option(vote, no)), 0);
      }
      String valid = letters.name(letters.valid(vote));
      if (sum > known.getOrDefault(valid, 0)) {
        throw row.refused(valid, "Die Stimmen ergeben " + sum + ", mehr als die gültigen.");
      }
    }
  }
}
