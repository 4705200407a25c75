package org.urnengang.formats.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** A CSV file, row by row, with any line ends; the next row is read only when asked for. */
final class Table implements AutoCloseable {
  private static final int LONGEST_FIELD = 1 << 20;

  private final String name;
  private final GuardedBytes bytes;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private int line;

  private Table(SourceFile file) {
    this.name = file.name();
    this.bytes = file.open();
    this.reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    this.records = reader.iterator();
  }

  static Table open(SourceFile file) {
    return new Table(file);
  }

  /** The next row, blank ones included; empty at the end. */
  Optional<Row> next() {
    if (!guarded(records::hasNext)) {
      return Optional.empty();
    }
    CsvRecord csv = guarded(records::next);
    line = Math.toIntExact(csv.getStartingLineNumber());
    boolean open = !guarded(records::hasNext) && !bytes.isAfterLineEnd();
    Row row = new Row(name, line, csv.getFields(), open);
    row.requireReadable();
    return Optional.of(row);
  }

  private <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException | UncheckedIOException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BadFile bad) {
          throw bad;
        }
      }
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException(cause);
      }
      throw new BadFile(
          new RefusedRow(
              name,
              line + 1,
              "",
              "",
              "Ein Anführungszeichen wird nicht geschlossen, dahinter steht noch Text, oder die Zeile hat zu viele Felder."));
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
