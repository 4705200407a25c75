package org.urnengang.formats.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Open Data of votemanager: the CSV files of one election of one authority, on any levels. */
final class Votemanager implements FormatReader {
  /** More counting districts than any authority has. */
  private static final int MOST_ROWS = 100_000;

  private static final String JSON = "open_data.json";
  private static final String PLACES = "opendata-wahllokale.csv";

  private final ImportOptions options;
  private final List<VotemanagerRow> rows = new ArrayList<>();
  private final Map<String, String> kinds = new HashMap<>();
  private Optional<VotemanagerPlan> plan = Optional.empty();

  Votemanager(ImportOptions options) {
    this.options = options;
  }

  @Override
  public Plan plan(Sources sources, ImportLog log) {
    List<Sheet> sheets = sources.needed(Layout.VOTEMANAGER, "Die Ergebnisdatei");
    VotemanagerColumns columns = VotemanagerColumns.of(sheets.getFirst());
    Set<List<Object>> seen = new HashSet<>();
    for (Sheet sheet : sheets) {
      requireSame(columns, sheet);
      sheet.rows(
          row -> {
            log.read();
            log.guarded(() -> read(sheet, row, columns, seen, log));
          });
    }
    if (rows.isEmpty()) {
      throw BadFile.of(sheets.getFirst().file().name(), "Die Datei hat keine lesbare Zeile.");
    }
    requireOneDay();
    VotemanagerLevels levels = new VotemanagerLevels(rows);
    levels.check(columns.names(), log);
    readPlaces(sources, log);
    VotemanagerPlan found = new VotemanagerPlan(columns, levels, kinds, json(sources), options);
    plan = Optional.of(found);
    return found.plan();
  }

  private static void requireSame(VotemanagerColumns columns, Sheet sheet) {
    VotemanagerColumns here = VotemanagerColumns.of(sheet);
    if (!here.equals(columns)) {
      throw sheet
          .columns()
          .header()
          .refused(
              "",
              String.join(";", here.names()),
              "Diese Datei hat andere Spalten als die erste, sie gehört zu einer anderen Wahl. Bitte jede Wahl für sich importieren.");
    }
  }

  private void read(
      Sheet sheet, Row row, VotemanagerColumns columns, Set<List<Object>> seen, ImportLog log) {
    Cells cells = sheet.columns().of(row);
    String ags = cells.needed("ags");
    if (!ags.matches("[0-9]{8,12}")) {
      throw cells.bad("ags", "Ein Gemeindeschlüssel hat 8 bis 12 Ziffern, auch die 0 am Anfang.");
    }
    VotemanagerRow read =
        new VotemanagerRow(
            Dates.of(cells, "datum"),
            cells.needed("wahl"),
            ags,
            cells.text("gebiet-nr"),
            cells.needed("gebiet-name"),
            cells.count("max-schnellmeldungen", log).orElse(0),
            cells.count("anz-schnellmeldungen", log).orElse(0),
            log.guarded(() -> values(cells, columns, log)).orElse(List.of()),
            sheet,
            row);
    if (!seen.add(read.content())) {
      log.repeated();
      return;
    }
    rows.add(read);
    if (rows.size() > MOST_ROWS) {
      throw row.refused("", "", "Das sind mehr als " + MOST_ROWS + " Gebiete.");
    }
  }

  private static List<Integer> values(Cells cells, VotemanagerColumns columns, ImportLog log) {
    return columns.names().stream().map(column -> cells.count(column, log).orElse(-1)).toList();
  }

  private void requireOneDay() {
    VotemanagerRow first = rows.getFirst();
    for (VotemanagerRow row : rows) {
      if (!row.date().equals(first.date())) {
        throw row.row()
            .refused(
                "datum",
                row.row().cell(0),
                "In anderen Zeilen steht ein anderer Wahltag. Bitte jede Wahl für sich importieren.");
      }
    }
  }

  /** Wahllokale say of each district whether it is W (Urne) or B (Briefwahl). */
  private void readPlaces(Sources sources, ImportLog log) {
    List<Sheet> sheets = new ArrayList<>(sources.all(Layout.VOTEMANAGER_PLACES));
    if (sheets.isEmpty()) {
      beside(sources, PLACES)
          .map(file -> Sheet.of(file, 0, ImportFormat.VOTEMANAGER))
          .filter(sheet -> sheet.layout() == Layout.VOTEMANAGER_PLACES)
          .ifPresent(sheets::add);
    }
    for (Sheet sheet : sheets) {
      sheet.rows(
          row ->
              log.guarded(
                  () -> {
                    Cells cells = sheet.columns().of(row);
                    String key = cells.needed("ags") + ' ' + cells.needed("Bezirk-Nr");
                    kinds.put(key, cells.needed("Bezirk-Art"));
                  }));
    }
  }

  private static Optional<OpenDataJson> json(Sources sources) {
    return Stream.concat(
            sources.json().stream().filter(file -> file.isNamed(JSON)),
            beside(sources, JSON).stream())
        .findFirst()
        .map(OpenDataJson::read);
  }

  private static Optional<SourceFile> beside(Sources sources, String name) {
    return sources.all(Layout.VOTEMANAGER).stream()
        .flatMap(sheet -> sheet.file().folder().stream())
        .distinct()
        .sorted()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .map((Path path) -> SourceFile.on(path));
  }

  @Override
  public void rows(Sources sources, Plan unused, ImportLog log, Consumer<Entry> entries) {
    plan.orElseThrow().entries(entries);
  }
}
