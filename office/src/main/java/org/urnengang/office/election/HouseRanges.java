package org.urnengang.office.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hausnummern-Bereiche of a Straßenverzeichnis: {@code 2-12 ger.}, {@code 3-44,46}, or nothing. */
final class HouseRanges {
  private static final Pattern RANGE =
      Pattern.compile(
          "([0-9]+ ?[a-zA-Z]?)(?: ?- ?([0-9]+ ?[a-zA-Z]?)?)? ?(ger\\.?|ung\\.?|gerade|ungerade)?");

  private HouseRanges() {}

  static List<DraftRow> rows(Map<String, String> cells, DistrictNumbers districts) {
    String written = cells.getOrDefault("hausnummern-bereich", "");
    List<DraftRow> rows = new ArrayList<>();
    for (String part : written.split(",", -1)) {
      rows.add(row(cells, part.strip(), districts));
    }
    return rows;
  }

  private static DraftRow row(Map<String, String> cells, String part, DistrictNumbers districts) {
    Range range = Range.of(part);
    return DraftRow.of(
        Map.of(
            "street", cells.getOrDefault("strassen-name", ""),
            "postcode", cells.getOrDefault("plz", ""),
            "place", cells.getOrDefault("ortsteil", ""),
            "from", range.from(),
            "to", range.to(),
            "side", range.side(),
            "district", districts.id(cells.getOrDefault("bezirk-nr", ""))));
  }

  /** Houses from one to another; an empty end is that of the street. */
  private record Range(String from, String to, String side) {

    /** What is no range stays as it is written, for the check to refuse. */
    static Range of(String part) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        return new Range(part, part, "all");
      }
      String from = range.group(1).strip();
      Optional<String> to = Optional.ofNullable(range.group(2)).map(String::strip);
      boolean open = part.contains("-");
      return new Range(from, to.orElse(open ? "" : from), side(range.group(3)));
    }

    private static String side(@Nullable String written) {
      if (written == null) {
        return "all";
      }
      return written.startsWith("g") ? "even" : "odd";
    }
  }
}
