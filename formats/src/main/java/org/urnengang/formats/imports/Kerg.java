package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * kerg.csv of the Bundeswahlleiter, until 2021: a row per Wahlkreis, Land and Bund; four columns
 * per party, of which the first and third are the first and second votes of this election.
 */
final class Kerg implements FormatReader {
  private static final int FIRST_GROUP = 3;
  private static final String INDEPENDENTS = "Übrige";
  private static final String COUNTRY_NO = "99";
  private static final Map<Figure.Kind, String> NEEDED =
      Map.of(
          Figure.Kind.ELIGIBLE, "Wahlberechtigte",
          Figure.Kind.VOTERS, "Wähler",
          Figure.Kind.INVALID, "Ungültige",
          Figure.Kind.VALID, "Gültige");

  private final ImportOptions options;
  private final Constituencies constituencies = new Constituencies();
  private Optional<BundestagPlan> bundestag = Optional.empty();

  Kerg(ImportOptions options) {
    this.options = options;
  }

  /** A column with its figure. */
  private record Counted(int index, String name, Figure figure) {}

  @Override
  public Plan plan(Sources sources, ImportLog log) {
    List<Sheet> sheets = sources.needed(Layout.KERG, "Die Ergebnisdatei");
    Sheet first = sheets.getFirst();
    List<Counted> columns = List.of();
    for (Sheet sheet : sheets) {
      List<Counted> found = new Header(sheet).columns();
      if (!columns.isEmpty() && !columns.equals(found)) {
        throw sheet
            .columns()
            .header()
            .refused("", "", "Die Parteien stehen hier anders als in der ersten Datei.");
      }
      columns = found;
      read(sheet, found, log);
    }
    constituencies.requireLands(first.file().name());
    constituencies.checkSums(log);
    List<String> parties =
        columns.stream()
            .filter(column -> column.figure().kind() == Figure.Kind.PARTY)
            .filter(column -> column.figure().vote() == 1)
            .map(column -> column.figure().label())
            .toList();
    BundestagPlan plan = new BundestagPlan(constituencies, parties);
    bundestag = Optional.of(plan);
    return new Plan(
        plan.day(date(first), title(first), source(first), options),
        Plan.MailVoters.GIVEN,
        Kerg::columnOf);
  }

  private static String columnOf(String letter) {
    return switch (letter) {
      case "A", "A1" -> "Wahlberechtigte";
      case "B" -> "Wähler";
      case "C", "E" -> "Ungültige";
      case "D", "F" -> "Gültige";
      default -> letter;
    };
  }

  private static String before(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.before().forEach(row -> text.append(row.cell(0)).append('\n'));
    return text.toString();
  }

  private static LocalDate date(Sheet sheet) {
    return Dates.within(before(sheet))
        .orElseThrow(
            () ->
                BadFile.of(
                    sheet.file().name(),
                    "Über der Kopfzeile fehlt der Wahltag wie „(24. September 2017)“."));
  }

  private static String title(Sheet sheet) {
    return before(sheet)
        .lines()
        .map(line -> line.replaceFirst("^# *", ""))
        .filter(line -> line.startsWith("Wahl"))
        .map(line -> line.replaceFirst(" *\\(.*", ""))
        .findFirst()
        .orElse("Wahl zum Deutschen Bundestag");
  }

  private static String source(Sheet sheet) {
    String owner =
        before(sheet)
            .lines()
            .map(line -> line.replaceFirst("^# *", ""))
            .filter(line -> line.startsWith("(c)"))
            .findFirst()
            .orElse("(c) Bundeswahlleiter/in");
    return owner.replace("(c)", "©") + ", DL-DE/BY-2-0. Meldezeiten sind erfunden.";
  }

  /** The three lines of the header. */
  private static final class Header {
    private final Sheet sheet;
    private final List<String> names;
    private final List<String> votes;
    private final List<String> periods;

    Header(Sheet sheet) {
      this.sheet = sheet;
      this.names = sheet.columns().names();
      List<Row> more = new ArrayList<>();
      try (Table table = Table.open(sheet.file())) {
        int header = sheet.columns().header().line();
        Optional<Row> row = table.next();
        while (row.isPresent() && more.size() < 2) {
          if (row.get().line() > header) {
            more.add(row.get());
          }
          row = table.next();
        }
      }
      if (more.size() < 2) {
        throw BadFile.of(sheet.file().name(), "Die Datei endet in der Kopfzeile.");
      }
      this.votes = more.get(0).cells();
      this.periods = more.get(1).cells();
    }

    List<Counted> columns() {
      List<Counted> columns = new ArrayList<>();
      for (int i = FIRST_GROUP; i < names.size(); i++) {
        if (!names.get(i).isEmpty()) {
          add(columns, i, 1, "Erststimmen");
          add(columns, i + 2, 2, "Zweitstimmen");
        }
      }
      NEEDED.forEach(
          (kind, name) -> {
            if (columns.stream().noneMatch(column -> column.figure().kind() == kind)) {
              throw sheet.columns().header().refused(name, "", Columns.MISSING);
            }
          });
      return columns;
    }

    private void add(List<Counted> columns, int index, int vote, String expected) {
      String name = names.get(vote == 1 ? index : index - 2);
      String period = cell(periods, index);
      boolean current = period.equals("Endgültig") || period.equals("Vorläufig");
      if (!cell(votes, index).equals(expected) || !current) {
        throw sheet
            .columns()
            .header()
            .refused(
                name,
                cell(votes, index) + " " + period,
                "Unter dem Namen stehen je vier Spalten, die %d. ist „%s, Endgültig“."
                    .formatted(vote == 1 ? 1 : 3, expected));
      }
      columns.add(new Counted(index, name + " " + expected, figure(name, vote)));
    }

    private static String cell(List<String> cells, int index) {
      return index < cells.size() ? cells.get(index).strip() : "";
    }

    private static Figure figure(String name, int vote) {
      return switch (name) {
        case "Wahlberechtigte" -> Figure.of(Figure.Kind.ELIGIBLE, vote);
        case "Wähler", "Wählende" -> Figure.of(Figure.Kind.VOTERS, vote);
        case "Ungültige" -> Figure.of(Figure.Kind.INVALID, vote);
        case "Gültige" -> Figure.of(Figure.Kind.VALID, vote);
        case INDEPENDENTS -> Figure.of(Figure.Kind.INDEPENDENTS, vote);
        default -> new Figure(Figure.Kind.PARTY, name, vote);
      };
    }
  }

  private void read(Sheet sheet, List<Counted> columns, ImportLog log) {
    int lastOfHeader = sheet.columns().header().line() + 2;
    sheet.rows(
        row -> {
          if (row.line() > lastOfHeader) {
            log.read();
            log.guarded(() -> read(sheet, row, columns, log));
          }
        });
  }

  private void read(Sheet sheet, Row row, List<Counted> columns, ImportLog log) {
    Cells cells = sheet.columns().of(row);
    int needed = columns.getLast().index() + 1;
    if (row.cells().size() < needed) {
      throw row.bad(
          columns.getLast().name(),
          "",
          "Die Zeile endet nach %d von %d Feldern, sie ist abgeschnitten."
              .formatted(row.cells().size(), needed));
    }
    Region region = region(cells);
    try {
      readFigures(sheet, row, columns, region, log);
    } catch (BadRow e) {
      region.refuse();
      throw e;
    }
  }

  private void readFigures(
      Sheet sheet, Row row, List<Counted> columns, Region region, ImportLog log) {
    Map<Figure, Value> values = new HashMap<>();
    boolean repeated = true;
    for (Counted column : columns) {
      String text = row.cell(column.index()).strip();
      OptionalInt count = Numbers.count(text, log, reason -> row.bad(column.name(), text, reason));
      if (count.isPresent()) {
        Figure figure = alike(column, count.getAsInt(), values, row);
        Value value = new Value(count.getAsInt(), sheet, row);
        values.put(column.figure(), value);
        repeated &= !constituencies.put(region, figure, value, column.name());
      }
    }
    if (repeated && !values.isEmpty()) {
      log.repeated();
    }
  }

  /** Wahlberechtigte and Wähler stand twice, once for each vote, and are the same. */
  private static Figure alike(Counted column, int count, Map<Figure, Value> values, Row row) {
    Figure figure = column.figure();
    boolean both = figure.kind() == Figure.Kind.ELIGIBLE || figure.kind() == Figure.Kind.VOTERS;
    if (!both) {
      return figure;
    }
    Value first = values.get(Figure.of(figure.kind(), 1));
    if (first != null && first.count() != count) {
      throw row.bad(
          column.name(),
          String.valueOf(count),
          "Bei den Erststimmen steht hier %d.".formatted(first.count()));
    }
    return Figure.of(figure.kind(), 0);
  }

  private Region region(Cells cells) {
    int no = cells.count("Nr", new ImportLog(row -> {})).orElse(0);
    String name = cells.needed("Gebiet");
    String above = cells.text("gehört zu");
    AreaNo key;
    Optional<AreaNo> parent;
    if (above.isEmpty()) {
      key = new AreaNo(Level.COUNTRY, 0);
      parent = Optional.empty();
    } else if (above.equals(COUNTRY_NO)) {
      key = new AreaNo(Level.LAND, no);
      parent = Optional.of(new AreaNo(Level.COUNTRY, 0));
    } else {
      key = new AreaNo(Level.CONSTITUENCY, no);
      parent = Optional.of(new AreaNo(Level.LAND, land(cells)));
    }
    if (no < 1 || no > 999) {
      throw cells.bad("Nr", "Hier steht keine Nummer eines Wahlkreises oder Landes.");
    }
    return constituencies.region(key, name, parent, cells.row());
  }

  private static int land(Cells cells) {
    return cells
        .count("gehört zu", new ImportLog(row -> {}))
        .orElseThrow(() -> cells.bad("gehört zu", "Das Land fehlt."));
  }

  @Override
  public void rows(Sources sources, Plan plan, ImportLog log, Consumer<Entry> entries) {
    bundestag.orElseThrow().entries(plan.letters().getFirst(), entries);
  }
}
