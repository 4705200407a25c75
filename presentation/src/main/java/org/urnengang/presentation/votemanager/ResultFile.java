package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedSet;
import org.urnengang.presentation.data.CsvText;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.votemanager.Columns.Column;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;

/**
 * Ergebnisdatei: one election of one publisher on one level, a row for each area.
 *
 * @param publisher whose file it is
 * @param top the result of the publisher's area
 * @param level the level of the rows
 * @param rows the areas of that level in it
 */
record ResultFile(Publisher publisher, AreaResult top, AreaLevel level, List<AreaResult> rows) {
  private static final List<String> FIXED =
      List.of(
          "datum",
          "wahl",
          "ags",
          "gebiet-nr",
          "gebiet-name",
          "max-schnellmeldungen",
          "anz-schnellmeldungen");

  private static final Map<String, String> MEANINGS =
      Map.of(
          "datum", "Datum des Wahltermins",
          "wahl", "Name der Wahl",
          "ags", "AGS der Behörde",
          "gebiet-nr", "Nummer des Wahlgebiets",
          "gebiet-name", "Name des Wahlgebiets",
          "max-schnellmeldungen", "Anzahl an insgesamt erwarteten Schnellmeldungen im Wahlgebiet",
          "anz-schnellmeldungen", "Anzahl an bisher eingegangenen Schnellmeldungen im Wahlgebiet");

  /** The files of an election, from the whole area down to the districts. */
  static List<ResultFile> of(Publisher publisher, AreaResult top) {
    List<AreaResult> all = top.withDescendants();
    SequencedSet<AreaLevel> levels = new LinkedHashSet<>();
    levels.add(top.area().level());
    all.stream().map(one -> one.area().level()).sorted().forEach(levels::add);
    List<ResultFile> files = new ArrayList<>();
    for (AreaLevel level : levels) {
      List<AreaResult> rows = all.stream().filter(one -> one.area().level() == level).toList();
      files.add(new ResultFile(publisher, top, level, rows));
    }
    return files;
  }

  Election election() {
    return top.election();
  }

  /** Its name, without a folder. */
  String name() {
    return "Open-Data-%s-%s-%s.csv"
        .formatted(
            publisher.ags(), Names.word(top.day(), election()), Names.level(election(), level));
  }

  static List<String> fixedColumns() {
    return FIXED;
  }

  /** What a fixed column means. */
  static String meaning(String column) {
    return MEANINGS.getOrDefault(column, "");
  }

  /** Its text: UTF-8 without BOM, semicolons, no quotes, empty where nothing is reported. */
  String text(Map<String, String> keysByArea) {
    List<Column> columns = Columns.of(top).all();
    List<String> header = new ArrayList<>(FIXED);
    columns.stream().map(Column::name).forEach(header::add);
    CsvText csv = new CsvText().row(header);
    rows.forEach(row -> csv.row(cells(row, columns, keysByArea)));
    return csv.toString();
  }

  private List<String> cells(AreaResult row, List<Column> columns, Map<String, String> keysByArea) {
    Area area = row.area();
    boolean whole = area.id().equals(publisher.area().id());
    List<String> cells = new ArrayList<>(FIXED.size() + columns.size());
    cells.add(Names.date(row.day().date()));
    cells.add(CsvText.text(Names.election(row.day(), election())));
    cells.add(key(row, keysByArea));
    cells.add(whole ? "" : CsvText.text(Names.number(level, area.id())));
    cells.add(CsvText.text(Names.text(area.name())));
    cells.add(Integer.toString(row.progress().expected()));
    cells.add(Integer.toString(row.progress().received()));
    for (Column column : columns) {
      OptionalLong value = column.value().apply(row);
      cells.add(CsvText.number(value));
    }
    return cells;
  }

  /** The key of the municipality of a row, or of the nearest area around it that has one. */
  private String key(AreaResult row, Map<String, String> keysByArea) {
    String own = keysByArea.get(row.area().id());
    if (own != null) {
      return own;
    }
    return row.municipality()
        .map(Area::id)
        .filter(keysByArea::containsKey)
        .map(keysByArea::get)
        .orElse(publisher.ags());
  }
}
