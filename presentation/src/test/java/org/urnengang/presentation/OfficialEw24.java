package org.urnengang.presentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** Sums over rows of the official file, added up column by column without the import. */
final class OfficialEw24 {
  private static final String RESULTS = "Wbz_EW24_Ergebnisse.csv";
  private static final List<String> AGS = List.of("Land", "Reg.-Bezirk", "Kreis", "Gemeinde");
  private static final int FIRST_NUMBER = 9;

  private final List<String> header;
  private final Map<Place, Map<String, Long>> sums = new TreeMap<>();

  /**
   * A part of the country.
   *
   * @param area its key on the pages
   * @param ags what the keys of its municipalities begin with
   * @param district its number as in the file, empty for all of them
   */
  record Place(String area, String ags, String district) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return area.compareTo(other.area);
    }
  }

  private OfficialEw24(List<String> header, List<Place> places) {
    this.header = header;
    places.forEach(place -> sums.put(place, new TreeMap<>()));
  }

  /** The sum of each column of numbers by its name. */
  static Map<Place, Map<String, Long>> sums(Path archive, List<Place> places) {
    try (ZipFile zip = new ZipFile(archive.toFile());
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    zip.getInputStream(zip.getEntry(RESULTS)), StandardCharsets.UTF_8))) {
      String first = reader.readLine().replace("\uFEFF", "");
      String columns = first.substring(0, first.indexOf(";Optional:"));
      OfficialEw24 official = new OfficialEw24(List.of(columns.split(";", -1)), places);
      reader.lines().map(line -> line.split(";", -1)).forEach(official::add);
      return official.sums;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] row) {
    String ags = String.join("", AGS.stream().map(column -> cell(row, column)).toList());
    String district = cell(row, "Wahlbezirk");
    sums.forEach(
        (place, sum) -> {
          boolean all = place.district().isEmpty();
          if (ags.startsWith(place.ags()) && (all || place.district().equals(district))) {
            addNumbers(row, sum);
          }
        });
  }

  private void addNumbers(String[] row, Map<String, Long> sum) {
    for (int column = FIRST_NUMBER; column < header.size(); column++) {
      String number = row[column].replace(".", "");
      if (!number.isEmpty()) {
        sum.merge(header.get(column), Long.valueOf(number), Long::sum);
      }
    }
  }

  private String cell(String[] row, String column) {
    return row[header.indexOf(column)];
  }
}
