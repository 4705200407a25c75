package org.urnengang.formats.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.CandidateList;

/** Reads {@code lists.csv}: who stands on the lists that take seats. */
final class ListsFile {
  static final String NAME = "lists.csv";
  static final List<String> COLUMNS = List.of("election", "scope", "no", "place", "name");

  private final Set<String> elections;
  private final AreaGraph areas;
  private final Map<Key, List<String>> persons = new LinkedHashMap<>();

  private record Key(String election, String scope, int no) {}

  private ListsFile(Set<String> elections, AreaGraph areas) {
    this.elections = elections;
    this.areas = areas;
  }

  /** The lists of each election by its key; none if the file is absent. */
  static Map<String, List<CandidateList>> read(
      Path folder, Set<String> elections, AreaGraph areas) {
    Map<String, List<CandidateList>> lists = new LinkedHashMap<>();
    if (!Files.exists(folder.resolve(NAME))) {
      return lists;
    }
    ListsFile file = new ListsFile(elections, areas);
    try (CsvTable table = CsvTable.open(folder.resolve(NAME), COLUMNS, Set.of())) {
      table.read(file::add);
    }
    file.persons.forEach(
        (key, names) ->
            lists
                .computeIfAbsent(key.election(), election -> new ArrayList<>())
                .add(new CandidateList(key.scope(), key.no(), names)));
    return lists;
  }

  private void add(CsvRow row) {
    String election =
        row.known(
            "election",
            Optional.of(row.text("election")).filter(elections::contains),
            "Die Wahl",
            List.copyOf(elections));
    String scope = row.needed("scope");
    if (areas.index(scope).isEmpty()) {
      throw row.refused("scope", "Gebiet „" + scope + "“ fehlt in " + AreasFile.NAME + ".");
    }
    List<String> names =
        persons.computeIfAbsent(
            new Key(election, scope, row.number("no")), key -> new ArrayList<>());
    if (row.number("place") != names.size() + 1) {
      throw row.refused(
          "place", "Die Plätze laufen lückenlos ab 1, es fehlt " + (names.size() + 1) + ".");
    }
    if (names.contains(row.needed("name"))) {
      throw row.refused("name", row.text("name") + " steht schon auf dieser Liste.");
    }
    names.add(row.text("name"));
  }
}
