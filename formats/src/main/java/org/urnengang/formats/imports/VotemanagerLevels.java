package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells the rows that are counted, the smallest ones, from the sums of larger areas. The files do
 * not say it; the numbers of expected reports do.
 */
final class VotemanagerLevels {
  private static final String WHOLE_COUNTY = "000";

  private final List<VotemanagerRow> counted = new ArrayList<>();
  private final Map<VotemanagerRow, List<VotemanagerRow>> sums = new LinkedHashMap<>();

  /** Rows of whole areas of which another row says something else. */
  private final Map<VotemanagerRow, VotemanagerRow> contradicted = new LinkedHashMap<>();

  private int between;

  VotemanagerLevels(List<VotemanagerRow> rows) {
    Map<String, List<VotemanagerRow>> byAgs =
        rows.stream()
            .collect(Collectors.groupingBy(VotemanagerRow::ags, TreeMap::new, Collectors.toList()));
    List<VotemanagerRow> counties = new ArrayList<>();
    byAgs.forEach(
        (ags, all) -> {
          if (isWholeCounty(ags, byAgs.keySet())) {
            counties.addAll(all);
          } else {
            sort(all);
          }
        });
    for (VotemanagerRow county : counties) {
      sums.put(
          county, counted.stream().filter(row -> row.county().equals(county.county())).toList());
    }
  }

  private static boolean isWholeCounty(String ags, Set<String> all) {
    return ags.endsWith(WHOLE_COUNTY)
        && all.stream().anyMatch(o -> !o.equals(ags) && o.startsWith(ags.substring(0, 5)));
  }

  private void sort(List<VotemanagerRow> rows) {
    Optional<VotemanagerRow> whole =
        rows.stream()
            .filter(row -> row.isWhole() && row.expected() > 1)
            .max(Comparator.comparingInt(VotemanagerRow::expected));
    List<VotemanagerRow> parts = new ArrayList<>(rows);
    whole.ifPresent(w -> parts.removeIf(row -> row.key().equals(w.key())));
    List<VotemanagerRow> districts = parts.stream().filter(row -> row.expected() <= 1).toList();
    boolean allParts =
        districts.isEmpty()
            || whole
                .filter(w -> expected(districts) != w.expected() && expected(parts) == w.expected())
                .isPresent();
    List<VotemanagerRow> smallest = allParts ? parts : districts;
    if (smallest.isEmpty()) {
      counted.addAll(rows);
      return;
    }
    counted.addAll(smallest);
    whole.ifPresent(w -> sums.put(w, smallest));
    whole.ifPresent(w -> contradict(w, rows));
    Set<VotemanagerRow> placed = new HashSet<>(smallest);
    between += (int) parts.stream().filter(row -> !placed.contains(row)).count();
  }

  private void contradict(VotemanagerRow whole, List<VotemanagerRow> rows) {
    for (VotemanagerRow row : rows) {
      if (!row.equals(whole) && row.key().equals(whole.key())) {
        contradicted.put(row, whole);
        contradicted.put(whole, row);
      }
    }
  }

  private static long expected(List<VotemanagerRow> rows) {
    return rows.stream().mapToLong(VotemanagerRow::expected).sum();
  }

  /** The smallest rows; everything else is a sum of them. */
  List<VotemanagerRow> counted() {
    return counted;
  }

  /** Rows of whole areas. */
  Set<VotemanagerRow> wholes() {
    return sums.keySet();
  }

  /** Compares every sum with its parts, unless one of them is refused already. */
  void check(List<String> columns, ImportLog log) {
    contradicted.forEach(
        (row, other) ->
            refuse(
                row,
                "",
                row.number(),
                "Dasselbe Gebiet steht mit anderem Inhalt auch in %s, Zeile %d. Bitte entscheiden, welche Zeile gilt."
                    .formatted(other.row().file(), other.row().line()),
                log));
    sums.forEach(
        (whole, parts) -> {
          boolean refused = whole.isRefused() || contradicted.containsKey(whole);
          if (!refused && parts.stream().noneMatch(VotemanagerRow::isRefused)) {
            check(whole, parts, columns, log);
          }
        });
    if (between > 0) {
      log.note(
          between
              + " Zeilen sind Zwischensummen (Ortsteile, Wahlbereiche); welche Bezirke dazugehören, sagen die Dateien nicht. Sie zählen nicht.");
    }
  }

  private static void check(
      VotemanagerRow whole, List<VotemanagerRow> parts, List<String> columns, ImportLog log) {
    long received = parts.stream().mapToLong(VotemanagerRow::received).sum();
    if (received != whole.received()) {
      refuse(
          whole,
          "anz-schnellmeldungen",
          String.valueOf(whole.received()),
          "Die Zeile %s nennt %d eingegangene Meldungen, ihre Bezirke zusammen %d. Fehlen Zeilen, oder sind die Dateien verschieden alt?"
              .formatted(whole.name(), whole.received(), received),
          log);
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int given = whole.value(i);
      long sum = parts.stream().mapToLong(row -> Math.max(0, row.value(column))).sum();
      if (given >= 0 && given != sum) {
        refuse(
            whole,
            columns.get(i),
            String.valueOf(given),
            "Die Zeile %s ist nicht die Summe ihrer Bezirke, die ist %d."
                .formatted(whole.name(), sum),
            log);
        return;
      }
    }
  }

  private static void refuse(
      VotemanagerRow row, String column, String value, String reason, ImportLog log) {
    log.refuse(new RefusedRow(row.row().file(), row.row().line(), column, value, reason));
  }
}
