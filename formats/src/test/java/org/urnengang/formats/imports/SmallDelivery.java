package org.urnengang.formats.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An invented delivery of one format, small enough to change a single cell of it.
 *
 * @param rows the rows of its results
 * @param file how rows become the file of results
 * @param beside the other files of the delivery, by name
 * @param header the line of the column names
 * @param number index of a column with whole numbers from 1000
 * @param numberName what messages call this column
 */
record SmallDelivery(
    ImportFormat format,
    List<String> rows,
    Function<List<String>, String> file,
    Map<String, String> beside,
    int header,
    int number,
    String numberName) {
  /** How the file of results is called. */
  static final String NAME = "ergebnisse.csv";

  private static final String VOTES_HEADER =
      "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;"
          + "A1;A2;A3;A;B;B1;C;D;D1;D2";

  /** One of every format. */
  static Stream<SmallDelivery> ofEveryFormat() {
    return Arrays.stream(ImportFormat.values()).map(SmallDelivery::of);
  }

  static SmallDelivery of(ImportFormat format) {
    return switch (format) {
      case EW24 ->
          new SmallDelivery(
              format,
              SmallEw24.rows(),
              SmallEw24::results,
              Map.of("leitband.csv", SmallEw24.areas()),
              1,
              9,
              "Wahlberechtigte");
      case KERG ->
          new SmallDelivery(
              format,
              SmallBundestag.kergRows(),
              SmallBundestag::kerg,
              Map.of(),
              3,
              3,
              "Wahlberechtigte Erststimmen");
      case KERG2 ->
          new SmallDelivery(
              format, SmallBundestag.kerg2Rows(), SmallBundestag::kerg2, Map.of(), 1, 11, "Anzahl");
      case VOTEMANAGER ->
          new SmallDelivery(format, voteRows(), SmallDelivery::votes, Map.of(), 1, 10, "A");
      case OWD ->
          new SmallDelivery(
              format,
              SmallOwd.rows(SmallOwd.BOROUGHS),
              SmallOwd::results,
              Map.of(
                  "stimmzettel.csv", SmallOwd.ballot(SmallOwd.BOROUGHS),
                  "einteilung.csv", SmallOwd.division(SmallOwd.BOROUGHS)),
              1,
              10,
              "A");
    };
  }

  private static List<String> voteRows() {
    return Stream.of(
            "0;Gemeinde Muster;3;3;1500;300;0;1800;1110;220;15;1095;650;445",
            "01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195",
            "02;Bezirk 2;1;1;700;100;0;800;400;0;0;400;250;150",
            "31;Brief 31;1;1;0;0;0;0;210;210;10;200;100;100")
        .map(row -> "29.03.2020;Bürgermeisterwahl;09999132;" + row)
        .toList();
  }

  private static String votes(List<String> rows) {
    return VOTES_HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  @Override
  public String toString() {
    return format.key();
  }

  String text() {
    return file.apply(rows);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  /** The line of the first row. */
  int firstLine() {
    return lines().indexOf(rows.getFirst()) + 1;
  }

  List<String> columns() {
    return cells(lines().get(header - 1));
  }

  String cell(int column) {
    return cells(rows.getFirst()).get(column);
  }

  /** The text with something else in the number of the first row. */
  String withNumber(UnaryOperator<String> other) {
    return file.apply(with(0, cells -> cells.set(number, other.apply(cells.get(number)))));
  }

  /** The rows, one of them changed. */
  List<String> with(int row, Consumer<List<String>> change) {
    List<String> changed = new ArrayList<>(rows);
    changed.set(row, changed(rows.get(row), change));
    return changed;
  }

  static String changed(String line, Consumer<List<String>> change) {
    List<String> cells = cells(line);
    change.accept(cells);
    return String.join(";", cells);
  }

  /** The text with every line from the header on changed. */
  String withEveryLine(UnaryOperator<String> change) {
    List<String> lines = new ArrayList<>(lines());
    for (int i = header - 1; i < lines.size(); i++) {
      lines.set(i, change.apply(lines.get(i)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> cells(String line) {
    return new ArrayList<>(Arrays.asList(line.split(";", -1)));
  }

  /** The whole delivery as files; each text becomes a file of results. */
  Path[] files(Workspace workspace, String... results) {
    return files(
        workspace,
        Arrays.stream(results)
            .map(text -> workspace.file(NAME, text.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  Path[] files(Workspace workspace, List<Path> results) {
    List<Path> files = new ArrayList<>(results);
    beside.forEach((name, text) -> files.add(workspace.file(name, text)));
    return files.toArray(Path[]::new);
  }
}
