package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.record.Letters;

/** Europawahl 2024, all Wahlbezirke of Germany (Wahlbezirksstatistik, Bundeswahlleiterin). */
final class Ew24 implements FormatReader {
  private static final LocalDate DATE = LocalDate.of(2024, 6, 9);
  private static final String LAST_BEFORE_PARTIES = "gültig";
  private static final String FIRST_AFTER_PARTIES = "Optional";
  private static final String MERGED = "Kennziffer zusammen";
  private static final String NOT_MERGED = "0000";

  /** The CDU stands in fifteen Länder, the CSU in Bavaria (§ 2 EuWG: lists for a Land). */
  private static final String BAVARIA = "09";

  /** Numbers that were longer than six characters all became this one. */
  private static final Pattern COLLECTIVE = Pattern.compile("0*999");

  private static final Map<String, String> COLUMNS =
      Map.of(
          "A", "Wahlberechtigte",
          "A1", "Wahlberechtigte ohne Sperrvermerk (A1)",
          "A2", "Wahlberechtigte mit Sperrvermerk (A2)",
          "A3", "Wahlberechtigte n. § 24 (2) EuWO (A3)",
          "B", "Wählende",
          "B1", "dar. Wählende mit Wahlschein",
          "C", "ungültig",
          "D", LAST_BEFORE_PARTIES);

  private final ImportOptions options;
  private final Ew24Areas areas = new Ew24Areas();
  private List<String> parties = List.of();

  Ew24(ImportOptions options) {
    this.options = options;
  }

  @Override
  public Plan plan(Sources sources, ImportLog log) {
    List<Sheet> results = sources.needed(Layout.EW24_RESULTS, "Die Ergebnisdatei");
    List<Sheet> names =
        sources.needed(Layout.EW24_AREAS, "Der Leitband mit den Gebietsnamen (ew24_wbz_leitband)");
    names.forEach(sheet -> areas.read(sheet, log));
    parties = parties(results.getFirst());
    for (Sheet sheet : results) {
      sheet.columns().require(COLUMNS.values());
      requireBeginning(sheet, MERGED);
      requireBeginning(sheet, FIRST_AFTER_PARTIES);
      if (!parties(sheet).equals(parties)) {
        throw sheet
            .columns()
            .header()
            .refused("", "", "Die Parteien stehen hier anders als in der ersten Ergebnisdatei.");
      }
    }
    return new Plan(day(names.getFirst()), Plan.MailVoters.RAISED, this::column);
  }

  private static List<String> parties(Sheet sheet) {
    List<String> names = sheet.columns().names();
    int from = names.indexOf(LAST_BEFORE_PARTIES) + 1;
    List<String> parties = new ArrayList<>();
    for (String name : names.subList(from, names.size())) {
      if (name.startsWith(FIRST_AFTER_PARTIES) || name.isEmpty()) {
        return parties;
      }
      parties.add(name);
    }
    return parties;
  }

  private String column(String letter) {
    boolean party = letter.matches("D[0-9]+");
    return party
        ? parties.get(Integer.parseInt(letter.substring(1)) - 1)
        : COLUMNS.getOrDefault(letter, letter);
  }

  private ElectionDay day(Sheet names) {
    String source =
        names.before().stream()
            .map(row -> row.cell(0))
            .filter(text -> text.startsWith("(c)"))
            .findFirst()
            .orElse("(c) Die Bundeswahlleiterin, Wiesbaden 2024");
    return new ElectionDay(
        DATE,
        options.rehearsal(),
        "Europawahl 2024",
        "Bundesgebiet",
        options.ledger().orElse("bund"),
        source.replace("(c)", "©") + ", DL-DE/BY-2-0. Meldezeiten sind erfunden.",
        List.of(new Authority("bund", "Die Bundeswahlleiterin", Optional.empty())),
        AreaGraph.of(areas.areas()),
        List.of(election()));
  }

  private Election election() {
    List<BallotOption> all = new ArrayList<>();
    for (String party : parties) {
      all.add(Parties.option(all.size() + 1, party));
    }
    return new Election(
        "europawahl",
        "Europawahl",
        "Wahl der Abgeordneten des Europäischen Parlaments aus der Bundesrepublik Deutschland",
        ElectionKind.EUROPE,
        ElectionFacts.law(ElectionKind.EUROPE, "europawahl", DATE, ""),
        Ew24Areas.COUNTRY,
        ElectionFacts.pollsClose(ElectionKind.EUROPE, DATE),
        ElectionFacts.ONE_VOTE,
        all,
        areas.lands().stream().map(land -> ballot(land, all)).toList(),
        Optional.empty());
  }

  private static Ballot ballot(String land, List<BallotOption> all) {
    String elsewhere = land.equals(BAVARIA) ? "CDU" : "CSU";
    return new Ballot(
        ElectionFacts.ONE_VOTE.getFirst().key(),
        land,
        all.stream()
            .filter(option -> !option.shortName().equals(elsewhere))
            .map(option -> new Ballot.Line(option.no(), Optional.empty()))
            .toList());
  }

  @Override
  public void rows(Sources sources, Plan plan, ImportLog log, Consumer<Entry> entries) {
    Letters letters = plan.letters().getFirst();
    for (Sheet sheet : sources.all(Layout.EW24_RESULTS)) {
      Results results = results(sheet, letters);
      sheet.rows(
          row -> {
            log.read();
            log.guarded(() -> entries.accept(entry(results, row, log)));
          });
    }
  }

  /** A table of results, and where its columns stand whose names are too long to write. */
  private record Results(Sheet sheet, LetterColumns letters, int merging, int name) {}

  private Results results(Sheet sheet, Letters letters) {
    return new Results(
        sheet,
        new LetterColumns(sheet.columns(), letters, this::column),
        beginning(sheet, MERGED),
        beginning(sheet, FIRST_AFTER_PARTIES));
  }

  private static void requireBeginning(Sheet sheet, String words) {
    if (beginning(sheet, words) == sheet.columns().names().size()) {
      throw sheet.columns().header().refused(words + "…", "", Columns.MISSING);
    }
  }

  private static int beginning(Sheet sheet, String words) {
    List<String> names = sheet.columns().names();
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).startsWith(words))
        .findFirst()
        .orElse(names.size());
  }

  private Entry entry(Results results, Row row, ImportLog log) {
    Cells cells = results.sheet().columns().of(row);
    Ew24Areas.Region region = Ew24Areas.Region.of(cells, "Reg.-Bezirk");
    Ew24Areas.Location location =
        areas
            .locate(region)
            .orElseThrow(() -> cells.bad("Gemeinde", "Dieses Gebiet fehlt im Leitband."));
    String number = cells.needed("Wahlbezirk");
    DistrictKind kind = kind(cells);
    Entry.Place place =
        new Entry.Place(
            region.ags(),
            number,
            name(given(results, row), kind, number, location),
            kind,
            List.of(location.parent()));
    Optional<SourceFigures> figures = log.guarded(() -> figures(results, cells, log));
    boolean collective = kind == DistrictKind.POSTAL && COLLECTIVE.matcher(number).matches();
    return new Entry(
        region.ags() + '\t' + number,
        0,
        place,
        merging(row.cell(results.merging()), region),
        collective,
        figures,
        results.sheet().origin(row));
  }

  private static SourceFigures figures(Results results, Cells cells, ImportLog log) {
    SourceFigures figures = results.letters().read(cells.row(), log);
    if (figures.isEmpty()) {
      throw cells.bad("Wählende", "Der Bezirk hat keine einzige Zahl.");
    }
    return figures;
  }

  /** 8: Wahlberechtigte ohne nähere Angaben, which have no polling station either. */
  private static DistrictKind kind(Cells cells) {
    return switch (cells.needed("Bezirksart")) {
      case "0" -> DistrictKind.POLLING;
      case "5" -> DistrictKind.POSTAL;
      case "6", "8" -> DistrictKind.SPECIAL;
      default -> throw cells.bad("Bezirksart", "Bekannt sind 0, 5, 6 und 8.");
    };
  }

  /** The optional long name, of which a semicolon may have made two cells. */
  private static String given(Results results, Row row) {
    List<String> names = results.sheet().columns().names();
    int to = results.name() + 1;
    while (to < names.size() && names.get(to).isEmpty()) {
      to++;
    }
    int size = row.cells().size();
    String cells =
        String.join(";", row.cells().subList(Math.min(results.name(), size), Math.min(to, size)));
    int end = cells.length();
    while (end > 0 && cells.charAt(end - 1) == ';') {
      end--;
    }
    return cells.substring(0, end).replace("\"", "").strip();
  }

  private static String name(
      String given, DistrictKind kind, String number, Ew24Areas.Location location) {
    if (!given.isEmpty()) {
      return given;
    }
    return switch (kind) {
      case POLLING -> "Wahlbezirk " + number;
      case SPECIAL -> "Sonderwahlbezirk " + number;
      case POSTAL ->
          location.name().startsWith("Briefwahl")
              ? location.name() + " " + number
              : "Briefwahlbezirk " + number;
    };
  }

  /** Districts merged under § 61 EuWO share a mark within their Kreis; a receiver has several. */
  private static List<String> merging(String marks, Ew24Areas.Region region) {
    if (marks.isEmpty() || marks.equals(NOT_MERGED)) {
      return List.of();
    }
    return Arrays.stream(marks.split("[ ,;]+"))
        .filter(mark -> !mark.isEmpty())
        .map(mark -> region.countyId() + ' ' + mark)
        .toList();
  }
}
