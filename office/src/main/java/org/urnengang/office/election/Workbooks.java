package org.urnengang.office.election;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.urnengang.office.election.RawTable.Reading;

/** Reads the first sheet of an xlsx file, which may hold values only, and writes one. */
final class Workbooks {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_PACKED = 200;
  private static final int MOST_LINES = 200_000;
  private static final int MOST_COLUMNS = 1_200;

  private Workbooks() {}

  static boolean isZip(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  static Reading read(byte[] bytes) {
    Optional<Reading.Refused> bomb = refusedArchive(bytes);
    if (bomb.isPresent()) {
      return bomb.get();
    }
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      List<List<String>> lines = new ArrayList<>();
      for (Row row : (Iterable<Row>) rows::iterator) {
        List<String> cells = new ArrayList<>();
        if (row.getCellCount() > MOST_COLUMNS) {
          return Reading.refused("columns", MOST_COLUMNS);
        }
        for (int i = 0; i < row.getCellCount(); i++) {
          Optional<Cell> cell = row.getOptionalCell(i);
          if (cell.filter(Workbooks::isCalculated).isPresent()) {
            return Reading.refused(
                "formula", row.getRowNum(), cell.orElseThrow().getAddress().toString());
          }
          cells.add(cell.map(Workbooks::text).orElse(""));
        }
        if (!cells.stream().allMatch(String::isEmpty)) {
          lines.add(List.copyOf(cells));
        }
        if (lines.size() > MOST_LINES) {
          return Reading.refused("lines", MOST_LINES);
        }
      }
      return lines.isEmpty() ? Reading.refused("empty") : new Reading.Read(new RawTable(lines));
    } catch (IOException | ExcelReaderException | UncheckedIOException e) {
      return Reading.refused("workbook");
    }
  }

  /** Unpacks everything once, and stops where no honest file would go. */
  private static Optional<Reading.Refused> refusedArchive(byte[] bytes) {
    long most = Math.min(MOST_BYTES, (long) bytes.length * MOST_PACKED);
    long total = 0;
    int entries = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          total += size(in, most - total);
        }
        entries++;
        if (total > most || entries > MOST_ENTRIES) {
          return Optional.of(Reading.refused("bomb"));
        }
      }
      return entries == 0 ? Optional.of(Reading.refused("workbook")) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(Reading.refused("workbook"));
    }
  }

  private static long size(InputStream in, long most) throws IOException {
    byte[] block = new byte[1 << 14];
    long size = 0;
    for (int read = in.read(block); read >= 0 && size <= most; read = in.read(block)) {
      size += read;
    }
    return size;
  }

  private static boolean isCalculated(Cell cell) {
    return cell.getType() == CellType.FORMULA
        || (cell.getFormula() != null && !cell.getFormula().isEmpty());
  }

  private static String text(Cell cell) {
    String text =
        cell.getType() == CellType.NUMBER
            ? new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString()
            : cell.getText();
    return TableFiles.clean(text);
  }

  /** A table as an xlsx file; every cell is text, so that no leading zero is lost. */
  static byte[] write(String title, List<String> header, List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Urnengang", "1.0")) {
      Worksheet sheet = book.newWorksheet(title);
      for (int column = 0; column < header.size(); column++) {
        sheet.value(0, column, header.get(column));
        sheet.width(column, 18);
      }
      sheet.range(0, 0, 0, Math.max(0, header.size() - 1)).style().bold().set();
      sheet.freezePane(0, 1);
      for (int line = 0; line < rows.size(); line++) {
        for (int column = 0; column < header.size(); column++) {
          sheet.value(line + 1, column, rows.get(line).get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
