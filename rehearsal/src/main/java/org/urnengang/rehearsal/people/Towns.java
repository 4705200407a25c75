package org.urnengang.rehearsal.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The towns in which the invented people live, with their streets. */
final class Towns {
  private static final int LONGEST = 60;
  private static final int STREET_ENDS = 120;

  private final Weighted<Town> towns = new Weighted<>();
  private final Map<String, Weighted<Part>> parts = new HashMap<>();
  private final Weighted<Part> everywhere = new Weighted<>();

  private record Town(String ags, String name) {
    String postcode() {
      return "32" + (100 + Integer.parseInt(ags.substring(5)) % 900);
    }
  }

  /** A street or the part of one, and the steps between its houses. */
  private record Part(String street, String postcode, int from, int to, int step) {
    int houses() {
      return (to - from) / step + 1;
    }
  }

  private Towns() {}

  /**
   * Reads towns and streets.
   *
   * @param municipalities with the columns {@code ags}, {@code name} and one that begins with
   *     {@code population}
   * @param streets as in an election folder
   * @throws PeopleRefused if a file cannot be used
   */
  static Towns read(Path municipalities, Optional<Path> streets) throws IOException {
    Towns towns = new Towns();
    List<NamedCsvRecord> rows = records(municipalities);
    for (NamedCsvRecord row : rows) {
      towns.towns.add(new Town(field(row, "ags"), field(row, "name")), population(row));
    }
    if (rows.isEmpty()) {
      throw new PeopleRefused(municipalities + " nennt keine Gemeinde.");
    }
    for (String[] row : Lists.rows("streets.csv")) {
      towns.everywhere.add(new Part(row[0], "", 1, LONGEST, 1), 1);
    }
    if (streets.isPresent()) {
      records(streets.get()).forEach(towns::addPart);
    }
    return towns;
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    List<NamedCsvRecord> records = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
      reader.forEach(records::add);
    }
    return records;
  }

  private static String field(NamedCsvRecord row, String column) {
    return row.findField(column)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new PeopleRefused(
                    "Zeile " + row.getStartingLineNumber() + ": „" + column + "“ fehlt."));
  }

  private static long population(NamedCsvRecord row) {
    String column =
        row.getHeader().stream()
            .filter(name -> name.startsWith("population"))
            .findFirst()
            .orElseThrow(() -> new PeopleRefused("Eine Spalte population… fehlt."));
    String text = field(row, column);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new PeopleRefused(
          "Zeile %d: %s ist keine Einwohnerzahl.".formatted(row.getStartingLineNumber(), text));
    }
    return Long.parseLong(text);
  }

  private void addPart(NamedCsvRecord row) {
    String ags = field(row, "district").split("-", 2)[0];
    String side = row.findField("side").orElse("");
    int step = side.equals("odd") || side.equals("even") ? 2 : 1;
    int from = number(row, "from").orElse(1);
    int begin = step == 2 && (from % 2 == 1) != side.equals("odd") ? from + 1 : from;
    int to = Math.max(begin, number(row, "to").orElse(Math.min(begin + LONGEST, STREET_ENDS)));
    Part part =
        new Part(field(row, "street"), row.findField("postcode").orElse(""), begin, to, step);
    parts.computeIfAbsent(ags, _ -> new Weighted<>()).add(part, part.houses());
  }

  private static Optional<Integer> number(NamedCsvRecord row, String column) {
    return row.findField(column)
        .map(text -> text.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty())
        .map(Integer::parseInt);
  }

  Address address(SplittableRandom random) {
    Town town = towns.draw(random);
    Part part = parts.getOrDefault(town.ags(), everywhere).draw(random);
    int number = part.from() + part.step() * random.nextInt(part.houses());
    boolean inside = number > part.from() && number < part.to();
    String suffix =
        inside && random.nextInt(100) < 8 ? String.valueOf((char) ('a' + random.nextInt(4))) : "";
    String postcode = part.postcode().isEmpty() ? town.postcode() : part.postcode();
    return new Address(town.ags(), part.street(), number, suffix, postcode, town.name());
  }
}
