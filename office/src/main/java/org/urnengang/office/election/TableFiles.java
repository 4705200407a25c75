package org.urnengang.office.election;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.urnengang.office.election.RawTable.Reading;

/** Reads tables that people upload or paste (CSV, a spreadsheet's clipboard, xlsx), writes CSV. */
final class TableFiles {
  private static final int MOST_LINES = 200_000;
  private static final int LONGEST_CELL = 2_000;
  private static final char MARK = '\uFEFF';

  private TableFiles() {}

  static Reading read(byte[] bytes) {
    if (Workbooks.isZip(bytes)) {
      return Workbooks.read(bytes);
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult decoded =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (decoded.isError()) {
      long line = 1 + text.chars().filter(c -> c == '\n').count();
      return Reading.refused("encoding", line);
    }
    return readText(text.toString());
  }

  /** Reads text whose cells are separated by tabs, semicolons or commas. */
  static Reading readText(String text) {
    String plain = text.indexOf(MARK) == 0 ? text.substring(1) : text;
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .allowUnclosedQuote(false)
            .ofCsvRecord(plain)) {
      for (CsvRecord line : csv) {
        List<String> cells = line.getFields().stream().map(TableFiles::clean).toList();
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
          return Reading.refused("cell", line.getStartingLineNumber(), LONGEST_CELL);
        }
        if (!cells.stream().allMatch(String::isEmpty)) {
          lines.add(cells);
        }
        if (lines.size() > MOST_LINES) {
          return Reading.refused("lines", MOST_LINES);
        }
      }
    } catch (CsvParseException e) {
      return Reading.refused("quotes", lines.size() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.isEmpty() ? Reading.refused("empty") : new Reading.Read(new RawTable(lines));
  }

  /** The separator that divides the first line into most cells. */
  private static char separator(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char best = ';';
    long most = 0;
    for (char candidate : new char[] {'\t', ';', ','}) {
      long count = first.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  /** One line without control characters and blanks around it. */
  static String clean(String cell) {
    String plain = cell.replace('\u00a0', ' ');
    StringBuilder clean = new StringBuilder(plain.length());
    plain
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> c != MARK && Character.getType(c) != Character.SURROGATE)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** A table as CSV, which Excel opens as it should: with byte order mark. */
  static byte[] csv(List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    text.append(MARK);
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(row -> csv.writeRecord(row.stream().map(TableFiles::harmless).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A cell that a spreadsheet would calculate is written as text. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
