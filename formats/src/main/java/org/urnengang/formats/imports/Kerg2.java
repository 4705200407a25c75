package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.urnengang.formats.imports.Constituencies.AreaNo;
import org.urnengang.formats.imports.Constituencies.Figure;
import org.urnengang.formats.imports.Constituencies.Level;
import org.urnengang.formats.imports.Constituencies.Region;
import org.urnengang.formats.imports.Constituencies.Value;

/** kerg2.csv of the Bundeswahlleiterin: a row per area, group and vote. */
final class Kerg2 implements FormatReader {
  private static final String COUNT = "Anzahl";

  private final ImportOptions options;
  private final Constituencies constituencies = new Constituencies();
  private final Map<String, Integer> parties = new HashMap<>();
  private Optional<LocalDate> date = Optional.empty();
  private Optional<BundestagPlan> bundestag = Optional.empty();

  Kerg2(ImportOptions options) {
    this.options = options;
  }

  @Override
  public Plan plan(Sources sources, ImportLog log) {
    List<Sheet> sheets = sources.needed(Layout.KERG2, "Die Ergebnisdatei");
    for (Sheet sheet : sheets) {
      sheet.rows(
          row -> {
            log.read();
            log.guarded(() -> read(sheet, sheet.columns().of(row), log));
          });
    }
    String file = sheets.getFirst().file().name();
    constituencies.requireLands(file);
    constituencies.checkSums(log);
    LocalDate day = date.orElseThrow(() -> BadFile.of(file, "Die Datei hat keine Zeile."));
    List<String> inOrder =
        parties.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
            .map(Map.Entry::getKey)
            .toList();
    BundestagPlan plan = new BundestagPlan(constituencies, inOrder);
    bundestag = Optional.of(plan);
    return new Plan(
        plan.day(
            day,
            "Wahl zum Deutschen Bundestag " + day.getYear(),
            "© Die Bundeswahlleiterin, Wiesbaden, DL-DE/BY-2-0. Meldezeiten sind erfunden.",
            options),
        Plan.MailVoters.GIVEN,
        letter -> COUNT);
  }

  private void read(Sheet sheet, Cells cells, ImportLog log) {
    requireDay(cells);
    Region region = region(cells);
    try {
      readFigure(sheet, cells, region, log);
    } catch (BadRow e) {
      region.refuse();
      throw e;
    }
  }

  private void readFigure(Sheet sheet, Cells cells, Region region, ImportLog log) {
    Optional<Figure> figure = figure(cells, region);
    if (figure.isEmpty()) {
      return;
    }
    OptionalInt count = cells.count(COUNT, log);
    if (count.isPresent()) {
      Value value = new Value(count.getAsInt(), sheet, cells.row());
      if (!constituencies.put(region, figure.get(), value, COUNT)) {
        log.repeated();
      }
    }
  }

  private void requireDay(Cells cells) {
    if (!cells.text("Wahlart").equals("BT")) {
      throw cells
          .row()
          .refused("Wahlart", cells.text("Wahlart"), "Gelesen wird nur BT, die Bundestagswahl.");
    }
    LocalDate day = Dates.of(cells, "Wahltag");
    if (date.filter(other -> !other.equals(day)).isPresent()) {
      throw cells
          .row()
          .refused(
              "Wahltag", cells.text("Wahltag"), "In anderen Zeilen steht ein anderer Wahltag.");
    }
    date = Optional.of(day);
  }

  private Region region(Cells cells) {
    Level level =
        switch (cells.needed("Gebietsart").toUpperCase(java.util.Locale.ROOT)) {
          case "BUND" -> Level.COUNTRY;
          case "LAND" -> Level.LAND;
          case "WAHLKREIS" -> Level.CONSTITUENCY;
          default -> throw cells.bad("Gebietsart", "Bekannt sind Bund, Land und Wahlkreis.");
        };
    Optional<AreaNo> parent =
        switch (level) {
          case COUNTRY -> Optional.empty();
          case LAND -> Optional.of(new AreaNo(Level.COUNTRY, 0));
          case CONSTITUENCY -> Optional.of(new AreaNo(Level.LAND, no(cells, "UegGebietsnummer")));
        };
    AreaNo key = new AreaNo(level, level == Level.COUNTRY ? 0 : no(cells, "Gebietsnummer"));
    return constituencies.region(key, cells.needed("Gebietsname"), parent, cells.row());
  }

  private static int no(Cells cells, String column) {
    String text = cells.needed(column);
    if (!text.matches("[0-9]{1,3}")) {
      throw cells.bad(column, "Hier steht keine Nummer eines Wahlkreises oder Landes.");
    }
    return Integer.parseInt(text);
  }

  /** What the row counts; empty for a group that this election has not. */
  private Optional<Figure> figure(Cells cells, Region region) {
    String name = cells.needed("Gruppenname");
    return switch (cells.needed("Gruppenart")) {
      case "System-Gruppe" -> system(cells, name);
      case "Partei" -> {
        int rank = region.key().level() == Level.COUNTRY ? rank(cells) : Integer.MAX_VALUE;
        parties.merge(name, rank, Math::min);
        yield Optional.of(new Figure(Figure.Kind.PARTY, name, vote(cells)));
      }
      default -> {
        boolean one = region.key().level() == Level.CONSTITUENCY;
        yield Optional.of(
            one
                ? new Figure(Figure.Kind.INDEPENDENT, name, vote(cells))
                : Figure.of(Figure.Kind.INDEPENDENTS, vote(cells)));
      }
    };
  }

  private static int rank(Cells cells) {
    String text = cells.text("Gruppenreihenfolge");
    return text.matches("-?[0-9]{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  private static Optional<Figure> system(Cells cells, String name) {
    return switch (name) {
      case "Wahlberechtigte" -> Optional.of(Figure.of(Figure.Kind.ELIGIBLE, 0));
      case "Wählende", "Wähler" -> Optional.of(Figure.of(Figure.Kind.VOTERS, 0));
      case "Ungültige" -> Optional.of(Figure.of(Figure.Kind.INVALID, vote(cells)));
      case "Gültige" -> Optional.of(Figure.of(Figure.Kind.VALID, vote(cells)));
      case "Übrige" -> Optional.empty();
      default -> throw cells.bad("Gruppenname", "Diese System-Gruppe ist unbekannt.");
    };
  }

  private static int vote(Cells cells) {
    return switch (cells.text("Stimme")) {
      case "1" -> 1;
      case "2" -> 2;
      default -> throw cells.bad("Stimme", "Hier steht 1 (Erststimme) oder 2 (Zweitstimme).");
    };
  }

  @Override
  public void rows(Sources sources, Plan plan, ImportLog log, Consumer<Entry> entries) {
    bundestag.orElseThrow().entries(plan.letters().getFirst(), entries);
  }
}
