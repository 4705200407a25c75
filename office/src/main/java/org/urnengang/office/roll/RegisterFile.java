package org.urnengang.office.roll;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.urnengang.office.roll.RefusedField.Reason;

/** The rows of a register's file: UTF-8, semicolons, columns found by name. */
final class RegisterFile {
  private static final int HEAD = 4096;
  private static final int LONGEST_ROW = 1 << 17;
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path path;
  private final RegisterProfile profile;
  private final Consumer<RefusedField> refused;

  RegisterFile(Path path, RegisterProfile profile, Consumer<RefusedField> refused) {
    this.path = path;
    this.profile = profile;
    this.refused = refused;
  }

  /** A row of the file: the number of its line and its fields in the order of the columns. */
  interface Row {
    int line();

    String text(RegisterField field);
  }

  /** Hands on every row; what is wrong with the file as a whole is refused and ends it. */
  void forEach(Consumer<Row> each) {
    if (!Files.isRegularFile(path)) {
      refuse(0, Reason.NO_FILE);
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      if (isText(head) && isWhole()) {
        in.skipNBytes(startsWith(head, BOM) ? BOM.length : 0);
        rows(in, each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuse(int line, Reason reason) {
    refused.accept(new RefusedField(line, "", reason));
  }

  private static boolean startsWith(byte[] bytes, byte... prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private boolean isText(byte[] head) {
    boolean archive =
        startsWith(head, (byte) 'P', (byte) 'K', (byte) 3, (byte) 4)
            || startsWith(head, (byte) 0x1f, (byte) 0x8b)
            || startsWith(head, (byte) '7', (byte) 'z', (byte) 0xbc);
    if (head.length == 0) {
      refuse(0, Reason.EMPTY);
    } else if (archive) {
      refuse(0, Reason.ARCHIVE);
    } else if (hasControls(head)) {
      refuse(0, Reason.NOT_TEXT);
    } else {
      return true;
    }
    return false;
  }

  private static boolean hasControls(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return true;
      }
    }
    return false;
  }

  /** A file that does not end with a line break was cut off, maybe within a field. */
  private boolean isWhole() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
      bytes.seek(bytes.length() - 1);
      if (bytes.read() == '\n') {
        return true;
      }
      refuse(0, Reason.CUT_OFF);
      return false;
    }
  }

  private void rows(InputStream in, Consumer<Row> each) throws IOException {
    int line = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      int[] columns = new int[0];
      for (CsvRecord row : reader) {
        if (line == 0) {
          columns = columns(row.getFields());
          if (columns.length == 0) {
            return;
          }
        } else {
          each.accept(new Found(row, columns));
        }
        line = Math.toIntExact(row.getStartingLineNumber());
      }
    } catch (CsvParseException | UncheckedIOException e) {
      Reason reason = reason(e);
      refuse(reason == Reason.NOT_UTF_8 ? lineOfFirstBadByte() : line + 1, reason);
    }
  }

  /** Reads two characters at a time, so that nothing behind the bad byte is waited for. */
  private int lineOfFirstBadByte() throws IOException {
    int line = 1;
    try (Reader reader =
        new InputStreamReader(
            new BufferedInputStream(Files.newInputStream(path)),
            StandardCharsets.UTF_8.newDecoder())) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        line += c == '\n' ? 1 : 0;
      }
    } catch (CharacterCodingException _) {
      return line;
    }
    return line;
  }

  private static Reason reason(RuntimeException e) {
    if (e.getCause() instanceof CharacterCodingException) {
      return Reason.NOT_UTF_8;
    }
    return String.valueOf(e.getMessage()).contains("buffer size")
        ? Reason.TOO_LONG
        : Reason.BROKEN_QUOTE;
  }

  @SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // a row; columns by field
  private record Found(CsvRecord csv, int[] columns) implements Row {
    @Override
    public int line() {
      return Math.toIntExact(csv.getStartingLineNumber());
    }

    @Override
    public String text(RegisterField field) {
      int column = columns[field.ordinal()];
      return column < 0 || column >= csv.getFieldCount() ? "" : csv.getField(column);
    }

    boolean isComplete() {
      return csv.getFieldCount() == columns[columns.length - 1];
    }

    @Override
    public String toString() {
      return "Row";
    }
  }

  /** Whether a row has as many fields as there are columns. */
  static boolean isComplete(Row row) {
    return !(row instanceof Found found) || found.isComplete();
  }

  /**
   * Where each field stands, -1 if nowhere, and last how many columns there are; nothing if
   * refused.
   */
  @SuppressWarnings("EnumOrdinal") // an array by field
  private int[] columns(List<String> header) {
    RegisterField[] fields = RegisterField.values();
    int[] columns = new int[fields.length + 1];
    columns[fields.length] = header.size();
    boolean sound = true;
    for (RegisterField field : fields) {
      String column = profile.column(field);
      int first = header.indexOf(column);
      columns[field.ordinal()] = first;
      if (first < 0 && field.isNeeded()) {
        refused.accept(new RefusedField(1, column, Reason.MISSING_COLUMN));
        sound = false;
      } else if (first >= 0 && header.lastIndexOf(column) != first) {
        refused.accept(new RefusedField(1, column, Reason.COLUMN_TWICE));
        sound = false;
      }
    }
    return sound ? columns : new int[0];
  }
}
