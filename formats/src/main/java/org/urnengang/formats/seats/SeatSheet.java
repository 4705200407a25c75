package org.urnengang.formats.seats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One input file: UTF-8, semicolons, a header. Columns are found by name; further columns and empty
 * lines do not matter, nor does a byte order mark.
 */
final class SeatSheet {
  private static final String BOM = "\uFEFF";

  private final String name;

  private SeatSheet(Path file) {
    this.name = String.valueOf(file.getFileName());
  }

  /** The rows of a file that has these columns. */
  static List<SeatRow> read(Path file, List<String> needed) {
    SeatSheet table = new SeatSheet(file);
    List<CsvRecord> records = table.records(table.text(file));
    if (records.isEmpty()) {
      throw SeatFileException.of(
          table.name, "Die Datei ist leer. Die erste Zeile nennt die Spalten: " + listed(needed));
    }
    List<String> header = records.getFirst().getFields().stream().map(String::strip).toList();
    table.checkHeader(header, needed);
    List<SeatRow> rows =
        records.subList(1, records.size()).stream().map(csv -> table.row(header, csv)).toList();
    if (rows.isEmpty()) {
      throw SeatFileException.at(table.name, 1, "Unter der Kopfzeile steht nichts.");
    }
    return rows;
  }

  /** The names of the columns, for choosing among files; none if it cannot be read. */
  static Set<String> header(Path file) {
    try {
      String first = Files.readString(file).lines().findFirst().orElse("");
      Set<String> columns = new HashSet<>();
      for (String column : withoutMark(first).split(";", -1)) {
        columns.add(column.strip().replace("\"", ""));
      }
      return columns;
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith(BOM) ? text.substring(BOM.length()) : text;
  }

  private String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      try {
        return withoutMark(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        throw SeatFileException.at(
            name,
            lineOfBadByte(bytes),
            "Ein Zeichen ist nicht in UTF-8 geschrieben. Bitte als UTF-8 speichern.");
      }
    } catch (IOException e) {
      throw SeatFileException.of(name, "Die Datei ist nicht zu lesen.");
    }
  }

  private static int lineOfBadByte(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    int bad = Math.max(0, decoded.indexOf('\uFFFD'));
    return 1 + Math.toIntExact(decoded.substring(0, bad).chars().filter(c -> c == '\n').count());
  }

  private List<CsvRecord> records(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord csv : reader) {
        if (csv.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          records.add(csv);
        }
      }
    } catch (CsvParseException e) {
      int line =
          records.isEmpty() ? 1 : Math.toIntExact(records.getLast().getStartingLineNumber()) + 1;
      throw SeatFileException.at(
          name, line, "Ein Anführungszeichen wird nicht geschlossen, oder dahinter steht Text.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private void checkHeader(List<String> header, List<String> needed) {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw SeatFileException.at(name, 1, "Die Spalte „" + column + "“ kommt zweimal vor.");
      }
    }
    for (String column : needed) {
      if (!seen.contains(column)) {
        throw SeatFileException.at(
            name,
            1,
            "Die Spalte „%s“ fehlt. Nötig sind, mit Semikolon getrennt, %s"
                .formatted(column, listed(needed)));
      }
    }
  }

  private static String listed(List<String> names) {
    return String.join(", ", names) + ".";
  }

  private SeatRow row(List<String> header, CsvRecord csv) {
    int line = Math.toIntExact(csv.getStartingLineNumber());
    if (csv.getFieldCount() != header.size()) {
      throw SeatFileException.at(
          name,
          line,
          "Die Zeile hat %d Felder, die Kopfzeile %d. Fehlt ein Semikolon, oder ist die Datei abgeschnitten?"
              .formatted(csv.getFieldCount(), header.size()));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), csv.getField(i).strip());
    }
    return new SeatRow(name, line, cells);
  }
}
