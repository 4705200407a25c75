package org.urnengang.formats.counts;

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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.urnengang.rules.election.DistrictKind;

/**
 * A file of records {@code district;kind;A1;A2;A3;A;B;B1;C;D;D1;…;Dn}, with {@code E;F;F1;…;Fn} for
 * a second vote. Columns are found by name; columns that are no letters, a byte order mark, empty
 * lines and empty columns at the end do not matter.
 *
 * @param name of the file
 * @param columns its letters, as in the header
 * @param rows its districts; a row that stands there twice is there once
 */
public record CountsFile(String name, CountsHeader columns, List<CountRow> rows) {
  private static final String BOM = "\uFEFF";
  private static final Pattern DISTRICT = Pattern.compile("[0-9]{8}-.+");
  private static final Pattern NUMBER = Pattern.compile("[-−+]?[0-9]+([.,][0-9]+)?");
  private static final Pattern WITH_DOTS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+");
  private static final Map<String, DistrictKind> KINDS =
      Map.of(
          "urn", DistrictKind.POLLING,
          "postal", DistrictKind.POSTAL,
          "special", DistrictKind.SPECIAL);

  public CountsFile {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @throws CountsFileException if it is not such a file
   */
  public static CountsFile read(Path path) {
    String name = String.valueOf(path.getFileName());
    List<CsvRecord> records = records(name, text(name, path));
    if (records.isEmpty()) {
      throw CountsFileException.of(
          name, "Die Datei ist leer. Die erste Zeile nennt die Spalten: " + CountsHeader.NEEDED);
    }
    CountsHeader header = CountsHeader.of(name, records.getFirst());
    Map<List<Object>, CountRow> rows = new LinkedHashMap<>();
    for (CsvRecord csv : records.subList(1, records.size())) {
      CountRow row = row(name, header, csv);
      rows.putIfAbsent(List.of(row.district(), row.kind(), row.cells()), row);
    }
    if (rows.isEmpty()) {
      throw CountsFileException.at(name, 1, "Unter der Kopfzeile steht kein Wahlbezirk.");
    }
    return new CountsFile(name, header, List.copyOf(rows.values()));
  }

  private static String text(String name, Path path) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw CountsFileException.of(name, "Diese Datei gibt es nicht. Bitte den Pfad prüfen.");
    } catch (IOException e) {
      throw CountsFileException.of(name, "Die Datei ist nicht zu lesen.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BOM) ? text.substring(BOM.length()) : text;
    } catch (CharacterCodingException e) {
      String decoded = new String(bytes, StandardCharsets.UTF_8);
      long line =
          1
              + decoded
                  .substring(0, decoded.indexOf('\uFFFD'))
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      throw CountsFileException.at(
          name, line, "Ein Zeichen ist nicht in UTF-8 geschrieben. Bitte als UTF-8 speichern.");
    }
  }

  private static List<CsvRecord> records(String name, String text) {
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
      long line = records.isEmpty() ? 1 : records.getLast().getStartingLineNumber() + 1;
      throw CountsFileException.at(
          name, line, "Ein Anführungszeichen wird nicht geschlossen, oder dahinter steht Text.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static CountRow row(String name, CountsHeader header, CsvRecord csv) {
    long line = csv.getStartingLineNumber();
    Map<String, String> cells = cells(name, header, csv);
    String district = cells.getOrDefault(CountsHeader.DISTRICT, "");
    if (!DISTRICT.matcher(district).matches()) {
      throw CountsFileException.at(
          name,
          line,
          CountsHeader.DISTRICT,
          ("„%s“ ist kein Wahlbezirk."
                  + " Nötig ist der AGS mit acht Ziffern und die Nummer, etwa 05758004-10.")
              .formatted(district));
    }
    String kind = cells.getOrDefault(CountsHeader.KIND, "");
    DistrictKind known = KINDS.get(kind);
    if (known == null) {
      throw CountsFileException.at(
          name,
          line,
          CountsHeader.KIND,
          "„%s“ ist keine Art von Wahlbezirk. Erlaubt sind urn, postal und special."
              .formatted(kind));
    }
    return new CountRow(line, district, known, numbers(name, line, header, cells));
  }

  /** What is filled in, by column. */
  private static Map<String, String> cells(String name, CountsHeader header, CsvRecord csv) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < csv.getFieldCount(); i++) {
      String cell = csv.getField(i).strip();
      Optional<String> column = header.at(i);
      if (column.isEmpty() && !cell.isEmpty()) {
        throw CountsFileException.at(
            name,
            csv.getStartingLineNumber(),
            "„%s“ steht in Feld %d, die Kopfzeile nennt dort keine Spalte. Ein Semikolon zu viel?"
                .formatted(cell, i + 1));
      }
      column.filter(any -> !cell.isEmpty()).ifPresent(letter -> cells.put(letter, cell));
    }
    return cells;
  }

  private static Map<String, String> numbers(
      String name, long line, CountsHeader header, Map<String, String> cells) {
    Map<String, String> numbers = new HashMap<>();
    for (String letter : header.letters()) {
      String cell = cells.getOrDefault(letter, "");
      if (WITH_DOTS.matcher(cell).matches()) {
        numbers.put(letter, cell.replace(".", ""));
      } else if (NUMBER.matcher(cell).matches()) {
        numbers.put(letter, cell);
      } else if (!cell.isEmpty()) {
        throw CountsFileException.at(
            name,
            line,
            letter,
            "„%s“ ist keine Zahl. Bitte eine ganze Zahl ab 0 eintragen.".formatted(cell));
      }
    }
    return numbers;
  }
}
