package org.urnengang.presentation.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.presentation.data.CsvText;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.record.Letters;

/**
 * A flat file in the columns of the Bundeswahlleiterin's {@code kerg2.csv}: one number a row, for
 * every area above the districts.
 */
final class FlatFile {
  private static final List<String> HEADER =
      List.of(
          "Wahlart",
          "Wahltag",
          "Gebietsart",
          "Gebietsnummer",
          "Gebietsname",
          "UegGebietsart",
          "UegGebietsnummer",
          "Gruppenart",
          "Gruppenname",
          "Gruppenreihenfolge",
          "Stimme",
          "Anzahl",
          "Prozent",
          "VorpAnzahl",
          "VorpProzent",
          "DiffProzent",
          "DiffProzentPkt",
          "Bemerkung",
          "Gewählt");
  private static final String SYSTEM = "System-Gruppe";

  private final CsvText csv = new CsvText().row(HEADER);

  private FlatFile() {}

  static String of(AreaResult top) {
    FlatFile file = new FlatFile();
    top.withDescendants().stream()
        .filter(area -> area.area().level() != AreaLevel.DISTRICT || area.isTop())
        .sorted(Comparator.comparing(area -> area.area().level()))
        .forEach(file::add);
    return file.csv.toString();
  }

  private void add(AreaResult area) {
    Rows rows = new Rows(area);
    rows.system(
        "Wahlberechtigte", -4, "", area.eligible(), OptionalLong.empty(), eligibleBefore(area));
    rows.system("Wählende", -3, "", area.count(Letters.B), area.eligible(), rows.before(Letters.B));
    Letters letters = area.letters();
    for (int vote = 0; vote < letters.votes(); vote++) {
      String no = letters.votes() > 1 ? Integer.toString(vote + 1) : "";
      OptionalLong cast = area.count(Letters.B);
      int invalid = letters.invalid(vote);
      int valid = letters.valid(vote);
      rows.system("Ungültige", -2, no, area.count(invalid), cast, rows.before(invalid));
      rows.system("Gültige", -1, no, area.count(valid), cast, rows.before(valid));
      addOptions(rows, area, vote, no);
    }
  }

  private static void addOptions(Rows rows, AreaResult area, int vote, String no) {
    VoteResult result = area.vote(vote);
    OptionalLong valid = area.count(area.letters().valid(vote));
    for (OptionResult option : result.options()) {
      int column = area.letters().option(vote, option.no());
      rows.row(
          "Partei",
          option.option().shortName(),
          option.no(),
          no,
          area.count(column),
          valid,
          rows.before(column));
    }
  }

  private static OptionalLong eligibleBefore(AreaResult area) {
    Rows rows = new FlatFile().new Rows(area);
    OptionalLong a1 = rows.before(Letters.A1);
    OptionalLong a2 = rows.before(Letters.A2);
    return a1.isPresent() ? OptionalLong.of(a1.getAsLong() + a2.orElse(0)) : OptionalLong.empty();
  }

  private static String kind(ElectionKind kind) {
    return switch (kind) {
      case BUNDESTAG -> "BT";
      case EUROPE -> "EW";
      case LANDTAG -> "LT";
      case COUNCIL -> "KW";
      case MAYOR -> "BM";
      case REFERENDUM -> "BE";
    };
  }

  private static String level(AreaLevel level) {
    return switch (level) {
      case COUNTRY -> "Bund";
      case LAND -> "Land";
      case REGION -> "Region";
      case CONSTITUENCY -> "Wahlkreis";
      case COUNTY -> "Kreis";
      case ASSOCIATION -> "Gemeindeverband";
      case MUNICIPALITY -> "Gemeinde";
      case BOROUGH -> "Ortsteil";
      case DISTRICT -> "Wahlbezirk";
    };
  }

  private static String number(Area area) {
    return area.id().replaceFirst("^wk-", "");
  }

  /** Part of a whole in percent with six decimals, as the original writes it. */
  static String percent(long part, long whole) {
    long millionths = Math.floorDiv(part * 200_000_000L + whole, 2 * whole);
    return String.format(Locale.ROOT, "%d,%06d", millionths / 1_000_000, millionths % 1_000_000);
  }

  /** The rows of one area. */
  private final class Rows {
    private final AreaResult area;
    private final Optional<Previous> previous;
    private final List<String> place;

    Rows(AreaResult area) {
      this.area = area;
      this.previous = area.day().background().before(area.election().key());
      Optional<Area> above = area.path().stream().map(AreaResult::area).reduce((_, last) -> last);
      this.place =
          List.of(
              kind(area.election().kind()),
              "%1$td.%1$tm.%1$tY".formatted(area.day().date()),
              level(area.area().level()),
              CsvText.text(number(area.area())),
              CsvText.text(area.area().name()),
              above.map(one -> level(one.level())).orElse(""),
              above.map(FlatFile::number).map(CsvText::text).orElse(""));
    }

    /** The number of a column in the election before, where the area can be compared. */
    OptionalLong before(int column) {
      String letter = area.letters().name(column);
      return previous
          .flatMap(known -> known.of(area.area().id()))
          .filter(known -> known.containsKey(letter))
          .map(known -> OptionalLong.of(known.get(letter)))
          .orElse(OptionalLong.empty());
    }

    void system(
        String name,
        int order,
        String vote,
        OptionalLong number,
        OptionalLong whole,
        OptionalLong before) {
      row(SYSTEM, name, order, vote, number, whole, before);
    }

    void row(
        String kind,
        String name,
        int order,
        String vote,
        OptionalLong number,
        OptionalLong whole,
        OptionalLong before) {
      List<String> cells = new ArrayList<>(place);
      boolean share = number.isPresent() && whole.orElse(0) > 0;
      cells.addAll(
          List.of(
              kind,
              CsvText.text(name),
              Integer.toString(order),
              vote,
              CsvText.number(number),
              share ? percent(number.getAsLong(), whole.getAsLong()) : "",
              CsvText.number(before),
              "",
              "",
              "",
              area.day().rehearsal() ? "PROBE" : "",
              ""));
      csv.row(cells);
    }
  }
}
