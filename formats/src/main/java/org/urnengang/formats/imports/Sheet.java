package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table whose header was found.
 *
 * @param file where it is
 * @param no its number among the files of the import
 * @param layout what it looks like
 * @param before the lines before the header
 * @param columns the header
 */
record Sheet(SourceFile file, int no, Layout layout, List<Row> before, Columns columns) {
  /** Official files have up to eight lines before the header. */
  private static final int MOST_LINES_BEFORE = 20;

  /** Finds the header of a file that must be of this format. */
  static Sheet of(SourceFile file, int no, ImportFormat format) {
    List<Row> before = new ArrayList<>();
    try (Table table = Table.open(file)) {
      for (int i = 0; i <= MOST_LINES_BEFORE; i++) {
        Optional<Row> row = table.next();
        if (row.isEmpty()) {
          break;
        }
        List<String> names = row.get().cells().stream().map(String::strip).toList();
        if (Layout.mayBeHeader(names)) {
          return sheet(file, no, format, before, row.get());
        }
        before.add(row.get());
      }
    }
    throw unknown(file, before);
  }

  private static Sheet sheet(
      SourceFile file, int no, ImportFormat format, List<Row> before, Row header) {
    Columns columns = new Columns(header);
    Layout layout = Layout.of(columns.names()).orElseThrow();
    if (!layout.belongsTo(format)) {
      throw header.refused(
          "",
          String.join(";", header.cells()),
          "Die Kopfzeile passt nicht zu %s, sie sieht aus wie %s."
              .formatted(format.key(), layout.label()));
    }
    columns.require(layout.columns());
    return new Sheet(file, no, layout, List.copyOf(before), columns);
  }

  private static BadFile unknown(SourceFile file, List<Row> before) {
    Row first =
        before.stream()
            .filter(row -> !row.isBlank())
            .findFirst()
            .orElseThrow(() -> BadFile.of(file.name(), "Die Datei enthält keinen Text."));
    String text = String.join(";", first.cells());
    boolean commas = first.cells().size() == 1 && (text.contains(",") || text.contains("\t"));
    throw first.refused(
        "",
        text,
        commas
            ? "Die Felder sind nicht durch Semikolon getrennt. Bitte die Datei so holen, wie die Behörde sie veröffentlicht."
            : "Keine der ersten Zeilen ist die Kopfzeile eines bekannten Formats.");
  }

  /** Every row after the header that is not blank. */
  void rows(Consumer<Row> consumer) {
    try (Table table = Table.open(file)) {
      int header = columns.header().line();
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        if (row.get().line() > header && !row.get().isBlank()) {
          consumer.accept(row.get());
        }
      }
    }
  }

  Origin origin(Row row) {
    return new Origin(no, row.line());
  }
}
