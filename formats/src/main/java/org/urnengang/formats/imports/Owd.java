package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Letters;

/** Offene Wahldaten 0.3: all elections of one authority and day, each with its parts. */
final class Owd implements FormatReader {
  private static final String VERSION = "0.3";
  private static final int ARS_LENGTH = 12;

  private final ImportOptions options;
  private final Map<String, OwdElection> byName = new TreeMap<>();
  private final List<OwdElection> inOrder = new ArrayList<>();
  private final Set<String> authorityNames = new TreeSet<>();
  private Optional<LocalDate> date = Optional.empty();
  private Optional<String> town = Optional.empty();

  Owd(ImportOptions options) {
    this.options = options;
  }

  @Override
  public Plan plan(Sources sources, ImportLog log) {
    List<Sheet> results = sources.needed(Layout.OWD_RESULTS, "Die Datei Wahlergebnisse");
    read(sources, Layout.OWD_PARAMETERS, log, this::readParameters);
    read(sources, Layout.OWD_DIVISION, log, this::readDivision);
    read(sources, Layout.OWD_BALLOT, log, (sheet, cells) -> election(cells).readBallot(cells));
    for (Sheet sheet : results) {
      sheet.columns().requireAny(List.of("B1", "B2"));
      firstRow(sheet, log).ifPresent(cells -> election(cells).useResults(sheet));
    }
    String file = results.getFirst().file().name();
    if (byName.isEmpty()) {
      throw BadFile.of(file, "Die Dateien haben keine Zeile.");
    }
    byName.values().forEach(election -> election.requireParts(file));
    inOrder.addAll(byName.values());
    inOrder.sort(Comparator.comparing(OwdElection::kind).thenComparing(OwdElection::name));
    return new Plan(day(), Plan.MailVoters.EMPTY_IS_ZERO, UnaryOperator.identity());
  }

  /**
   * Only the areas and districts; of two that say different things of a district the first stays.
   */
  List<Area> areas(Sources sources, ImportLog log) {
    String file =
        sources
            .needed(Layout.OWD_DIVISION, "Die Datei Wahlgebietseinteilungen")
            .getFirst()
            .file()
            .name();
    read(sources, Layout.OWD_PARAMETERS, log, this::readParameters);
    read(sources, Layout.OWD_DIVISION, log, this::readDivision);
    if (byName.isEmpty()) {
      throw BadFile.of(file, "Die Datei hat keine brauchbare Zeile.");
    }
    Map<String, Area> districts = new TreeMap<>();
    for (OwdElection election : byName.values()) {
      for (OwdDivision.District district : election.division().districts()) {
        Area area = area(district.place());
        districts.merge(area.id(), area, Owd::withParentsOf);
      }
    }
    List<Area> areas = new ArrayList<>(holders(authority()).values());
    areas.addAll(districts.values());
    return areas;
  }

  private Area area(Entry.Place place) {
    CountingDistrict district =
        new CountingDistrict(place.kind(), town.orElseThrow(), Optional.empty(), Set.of());
    return new Area(
        place.id(), AreaLevel.DISTRICT, place.name(), place.parents(), Optional.of(district));
  }

  private static Area withParentsOf(Area area, Area other) {
    TreeSet<String> parents = new TreeSet<>(area.parents());
    parents.addAll(other.parents());
    return new Area(area.id(), area.level(), area.name(), List.copyOf(parents), area.district());
  }

  private String authority() {
    return authorityNames.stream().findFirst().orElse("Gemeinde " + town.orElseThrow());
  }

  /** The town and everything in it that holds districts. */
  private Map<String, Area> holders(String name) {
    String ags = town.orElseThrow();
    Map<String, Area> areas = new TreeMap<>();
    areas.put(ags, new Area(ags, AreaLevel.MUNICIPALITY, name, List.of(), Optional.empty()));
    for (OwdElection election : byName.values()) {
      election
          .division()
          .areas()
          .forEach(
              (id, area) ->
                  areas.merge(id, area, (a, b) -> b.name().compareTo(a.name()) < 0 ? b : a));
    }
    return areas;
  }

  private static void read(
      Sources sources, Layout layout, ImportLog log, BiConsumer<Sheet, Cells> reader) {
    for (Sheet sheet : sources.all(layout)) {
      sheet.rows(row -> log.guarded(() -> reader.accept(sheet, sheet.columns().of(row))));
    }
  }

  private static Optional<Cells> firstRow(Sheet sheet, ImportLog log) {
    List<Cells> first = new ArrayList<>();
    try (Table table = Table.open(sheet.file())) {
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        if (row.get().line() > sheet.columns().header().line() && !row.get().isBlank()) {
          Row found = row.get();
          log.guarded(() -> first.add(sheet.columns().of(found)));
          break;
        }
      }
    }
    return first.stream().findFirst();
  }

  private void readParameters(Sheet sheet, Cells cells) {
    authorityNames.add(cells.needed("wahl-behoerde-name"));
    election(cells).readParameters(cells);
  }

  private void readDivision(Sheet sheet, Cells cells) {
    String leader = cells.text("wahl-leiter-name");
    if (!leader.isEmpty() && sheet.columns().has("wahl-leiter-name")) {
      authorityNames.add(leader);
    }
    election(cells).readDivision(sheet, cells);
  }

  /** The election of a row, whose version, authority and day must be those of all others. */
  private OwdElection election(Cells cells) {
    if (!cells.text("version").equals(VERSION)) {
      throw cells
          .row()
          .refused("version", cells.text("version"), "Gelesen wird nur Version " + VERSION + ".");
    }
    String ags = ags(cells);
    LocalDate day = Dates.of(cells, "wahl-datum");
    if (town.filter(other -> !other.equals(ags)).isPresent()) {
      throw cells
          .row()
          .refused("wahl-behoerde-gs", ags, "In anderen Zeilen steht eine andere Behörde.");
    }
    if (date.filter(other -> !other.equals(day)).isPresent()) {
      throw cells
          .row()
          .refused(
              "wahl-datum",
              cells.text("wahl-datum"),
              "In anderen Zeilen steht ein anderer Wahltag. Bitte jeden Wahltag für sich"
                  + " importieren.");
    }
    town = Optional.of(ags);
    date = Optional.of(day);
    return byName.computeIfAbsent(cells.needed("wahl-name"), name -> new OwdElection(name, ags));
  }

  /** AGS, also from the Regionalschlüssel, which has the association in between. */
  private static String ags(Cells cells) {
    String text = cells.needed("wahl-behoerde-gs");
    if (!text.matches("[0-9]{8}([0-9]{4})?")) {
      throw cells.bad("wahl-behoerde-gs", "Hier stehen 8 (AGS) oder 12 (ARS) Ziffern.");
    }
    return text.length() == ARS_LENGTH ? text.substring(0, 5) + text.substring(9) : text;
  }

  private ElectionDay day() {
    String ags = town.orElseThrow();
    LocalDate day = date.orElseThrow();
    String name = authority();
    List<Election> elections = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (OwdElection election : inOrder) {
      Election made = election.election(day, keys);
      keys.add(made.key());
      elections.add(made);
    }
    return new ElectionDay(
        day,
        options.rehearsal(),
        "Wahlergebnisse",
        name,
        options.ledger().orElse(ags),
        "Offene Wahldaten 0.3, " + name + ". Meldezeiten sind erfunden.",
        List.of(new Authority(ags, name, Optional.empty())),
        AreaGraph.of(List.copyOf(holders(name).values())),
        elections);
  }

  @Override
  public void rows(Sources sources, Plan plan, ImportLog log, Consumer<Entry> entries) {
    List<Letters> letters = plan.letters();
    for (Sheet sheet : sources.all(Layout.OWD_RESULTS)) {
      sheet.rows(
          row -> {
            log.read();
            log.guarded(
                () -> {
                  Cells cells = sheet.columns().of(row);
                  OwdElection election = election(cells);
                  int no = inOrder.indexOf(election);
                  entries.accept(election.entry(sheet, cells, no, letters.get(no), log));
                });
          });
    }
    for (int no = 0; no < inOrder.size(); no++) {
      inOrder.get(no).withoutResult(no, entries);
    }
  }
}
