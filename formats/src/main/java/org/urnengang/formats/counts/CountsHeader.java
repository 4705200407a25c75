package org.urnengang.formats.counts;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.urnengang.rules.record.Letters;

/**
 * Kopfzeile einer Datei mit Zahlen: which column stands where.
 *
 * @param columns names in the order of the file, blank where a column does not matter
 */
public record CountsHeader(List<String> columns) {
  static final String DISTRICT = "district";
  static final String KIND = "kind";
  static final String NEEDED = "district;kind;A1;A2;A3;A;B;B1;C;D;D1;…;Dn";
  private static final List<String> FIRST =
      List.of(DISTRICT, KIND, "A1", "A2", "B", "B1", "C", "D", "D1");
  private static final List<String> SECOND = List.of("E", "F", "F1");
  private static final Pattern LETTER = Pattern.compile("[A-Fa-f][0-9]*");
  private static final Pattern KNOWN =
      Pattern.compile("district|kind|A[123]?|B1?|[CE]|[DF]([1-9][0-9]{0,2})?");

  public CountsHeader {
    columns = List.copyOf(columns);
  }

  static CountsHeader of(String file, CsvRecord csv) {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long line = csv.getStartingLineNumber();
    for (String cell : csv.getFields()) {
      String column = cell.strip();
      boolean known = KNOWN.matcher(column).matches();
      if (!known && LETTER.matcher(column).matches()) {
        throw CountsFileException.at(
            file, line, "Die Spalte „%s“ ist kein Kennbuchstabe: %s.".formatted(column, NEEDED));
      }
      if (known && !seen.add(column)) {
        throw CountsFileException.at(
            file, line, "Die Spalte „%s“ kommt zweimal vor.".formatted(column));
      }
      columns.add(known ? column : column.isEmpty() ? "" : "-");
    }
    CountsHeader header = new CountsHeader(columns);
    header.check(file, line);
    return header;
  }

  private void check(String file, long line) {
    List<String> needed = new ArrayList<>(FIRST);
    if (columns.stream().anyMatch(column -> column.startsWith("E") || column.startsWith("F"))) {
      needed.addAll(SECOND);
    }
    for (String letter : List.of("D", "F")) {
      for (int no = 1; no <= highest(letter); no++) {
        needed.add(letter + no);
      }
    }
    for (String column : needed) {
      if (!columns.contains(column)) {
        throw CountsFileException.at(
            file,
            line,
            "Die Spalte „%s“ fehlt. Nötig sind, mit Semikolon getrennt, %s, bei zwei Stimmen auch E;F;F1;…;Fn."
                .formatted(column, NEEDED));
      }
    }
  }

  private int highest(String letter) {
    return columns.stream()
        .filter(column -> column.matches(letter + "[0-9]+"))
        .mapToInt(column -> Integer.parseInt(column.substring(1)))
        .max()
        .orElse(0);
  }

  /** The column of this field; empty beyond the columns. */
  Optional<String> at(int field) {
    return field < columns.size() && !columns.get(field).isEmpty()
        ? Optional.of(columns.get(field))
        : Optional.empty();
  }

  /** The letters among the columns. */
  List<String> letters() {
    return columns.stream().filter(column -> LETTER.matcher(column).matches()).toList();
  }

  /** The columns of the election, as far as they show. */
  public Letters election() {
    int votes = columns.contains("F") ? 2 : 1;
    return Letters.of(votes, Math.max(highest("D"), highest("F")));
  }
}
