package org.urnengang.formats.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A CSV file of the folder, row by row; its columns are found by name. */
final class CsvTable implements AutoCloseable, Iterable<CsvRow> {
  private static final int MOST_REFUSED = 100;

  private final Path path;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Map<String, Integer> columns;
  private int line;

  private CsvTable(Path path) {
    this.path = path;
    this.columns = new HashMap<>();
    this.reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(StrictText.open(path));
    this.records = reader.iterator();
  }

  /**
   * Opens a table and reads its header.
   *
   * @param needed columns that must be there
   * @param optional columns that may be there
   */
  static CsvTable open(Path path, List<String> needed, Set<String> optional) {
    CsvTable table = new CsvTable(path);
    try {
      table.readHeader(needed, optional);
      return table;
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private void readHeader(List<String> needed, Set<String> optional) {
    if (!guarded(records::hasNext)) {
      throw refused("Die Datei ist leer. Die erste Zeile nennt die Spalten: " + listed(needed));
    }
    CsvRecord header = guarded(records::next);
    line = 1;
    for (String column : header.getFields()) {
      VisibleText.objection(column)
          .ifPresent(
              why -> {
                throw refused(why);
              });
      if (!needed.contains(column) && !optional.contains(column)) {
        throw refused("Die Spalte „" + column + "“ ist unbekannt. Erlaubt sind " + listed(needed));
      }
      if (columns.putIfAbsent(column, columns.size()) != null) {
        throw refused("Die Spalte „" + column + "“ kommt zweimal vor.");
      }
    }
    for (String column : needed) {
      if (!columns.containsKey(column)) {
        throw refused("Die Spalte „" + column + "“ fehlt. Nötig sind " + listed(needed));
      }
    }
  }

  private static String listed(List<String> names) {
    return String.join(", ", names) + ".";
  }

  private ElectionFolderException refused(String text) {
    return ElectionFolderException.at(name(), Math.max(1, line), text);
  }

  private String name() {
    return StrictText.nameOf(path);
  }

  boolean hasColumn(String column) {
    return columns.containsKey(column);
  }

  @Override
  public Iterator<CsvRow> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = guarded(records::hasNext);
        if (!more) {
          StrictText.requireLastLineBreak(path, line);
        }
        return more;
      }

      @Override
      public CsvRow next() {
        return row(guarded(records::next));
      }
    };
  }

  /** Reads every row; refuses the table with all rows that are refused, up to a hundred. */
  void read(Consumer<CsvRow> reader) {
    List<ElectionFolderException> refused = new ArrayList<>();
    for (CsvRow row : this) {
      try {
        reader.accept(row);
      } catch (ElectionFolderException e) {
        refused.add(e);
      }
      if (refused.size() == MOST_REFUSED) {
        break;
      }
    }
    ElectionFolderException.throwIfAny(refused);
  }

  Stream<CsvRow> stream() {
    return StreamSupport.stream(spliterator(), false).onClose(this::close);
  }

  private CsvRow row(CsvRecord csv) {
    line = Math.toIntExact(csv.getStartingLineNumber());
    if (csv.getFieldCount() != columns.size()) {
      throw refused(
          "Die Zeile hat %d Felder, die Kopfzeile %d Spalten. Fehlt ein Semikolon, oder ist die Datei abgeschnitten?"
              .formatted(csv.getFieldCount(), columns.size()));
    }
    CsvRow row = new CsvRow(name(), line, columns, csv.getFields());
    row.requireVisible();
    return row;
  }

  private <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException | UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw StrictText.notUtf8(path);
      }
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException(cause);
      }
      throw ElectionFolderException.at(
          name(),
          line + 1,
          "Ein Anführungszeichen wird nicht geschlossen, oder dahinter steht noch Text.");
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
