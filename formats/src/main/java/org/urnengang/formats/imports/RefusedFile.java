package org.urnengang.formats.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes refused rows as they come; there is no file when there are none. */
final class RefusedFile implements AutoCloseable {
  private final Path path;
  private Optional<CsvWriter> csv = Optional.empty();

  RefusedFile(Path path) {
    this.path = path;
  }

  void add(RefusedRow row) {
    if (csv.isEmpty()) {
      csv = Optional.of(open());
    }
    csv.get()
        .writeRecord(
            row.file(), String.valueOf(row.line()), row.column(), row.value(), row.reason());
  }

  private CsvWriter open() {
    try {
      CsvWriter writer =
          CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.LF).build(path);
      writer.writeRecord("file", "line", "column", "value", "reason");
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Optional<CsvWriter> open = csv;
    csv = Optional.empty();
    try {
      if (open.isPresent()) {
        open.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
